import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../failure.ts';
import { integerOf } from './row.ts';
import { ERASURES, SCHEMA, SCHEMA_VERSION } from './schema.ts';

export const DATABASE_FILE = 'lake.sqlite';

// secure_delete overwrites what is deleted: erased addresses do not stay in free pages.
const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA cache_size = -32000`;

/** What leads from each format of the file to the next. */
const STEPS: ReadonlyMap<number, string> = new Map([
  [0, SCHEMA],
  [1, ERASURES],
]);

/** Opens (and makes, the first time) the database of a data folder. Throws StartError in one sentence. */
export function openDatabase(dir: string): DatabaseSync {
  try {
    // It holds addresses of people: for the owner's eyes only.
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `The data folder ${dir} cannot be written (${reasonOf(error)}). Create it, or point LAKE_DIR at a folder you own.`,
    );
  }
  const file = join(dir, DATABASE_FILE);
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { timeout: 5000 });
    chmodSync(file, 0o600);
    db.exec(PRAGMAS);
    migrate(db, file);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof StartError) throw error;
    throw new StartError(
      `The database ${file} cannot be opened (${reasonOf(error)}). Restore it from a backup, or move it away to start empty.`,
    );
  }
}

function migrate(db: DatabaseSync, file: string): void {
  const version = integerOf(db.prepare('PRAGMA user_version').get() ?? {}, 'user_version');
  if (version === SCHEMA_VERSION) {
    const check = db.prepare('PRAGMA quick_check(1)').get();
    if (check?.['quick_check'] !== 'ok') throw new Error('its pages are damaged');
    return;
  }
  const step = STEPS.get(version);
  if (step === undefined) {
    throw new StartError(
      `The database ${file} was written by another version of this program (format ${version}, this one reads ${SCHEMA_VERSION}). Use that version to export it.`,
    );
  }
  transact(db, () => db.exec(`${step} PRAGMA user_version = ${SCHEMA_VERSION};`));
}

/**
 * Takes the folder for this process, so that two lakes never serve one file: their listeners would
 * not hear each other's writes. The lock ends with the process, however it ends.
 */
export function lockFolder(dir: string): DatabaseSync {
  const lock = new DatabaseSync(join(dir, 'lake.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch {
    lock.close();
    throw new StartError(
      `Another lake already serves the folder ${dir}. Stop it first, or name another folder: DATA_DIR, or LAKE_DIR for the lake alone.`,
    );
  }
}

/** Runs `work` inside one write transaction: all of it is kept, or nothing. */
export function transact<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
