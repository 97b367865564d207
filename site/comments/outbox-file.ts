import type { DatabaseSync } from 'node:sqlite';
import { openPrivateFile } from '../privacy/private-file.ts';

/**
 * `comments` is what its author wrote last, null once it is deleted; `operations` are what the store has
 * yet to be told of it, in their order; `prints` are hashes that know a text when it comes again.
 *
 * Of an operation, `attempts` says how often it has failed by itself, `parked` why it is set aside, and
 * `parked_at` when it first was.
 */
const TABLES = `
  CREATE TABLE IF NOT EXISTS comments (
    id TEXT PRIMARY KEY,
    comment TEXT,
    email TEXT,
    submitted INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS operations (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    place TEXT,
    due INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    parked TEXT,
    parked_at INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS operations_id ON operations (id, seq);
  CREATE INDEX IF NOT EXISTS operations_due ON operations (due, seq) WHERE parked IS NULL;
  CREATE TABLE IF NOT EXISTS prints (
    id TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    place TEXT NOT NULL,
    sender TEXT NOT NULL,
    network TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS prints_text ON prints (text)`;

/** Files of the first form had one table, of comments that had yet to be made. */
const FROM_FIRST_FORM = `
  INSERT OR IGNORE INTO comments (id, comment, email, submitted) SELECT id, comment, NULL, due FROM waiting;
  INSERT INTO operations (id, kind, due, attempts, parked)
    SELECT id, 'post', due, attempts, parked FROM waiting ORDER BY due, rowid;
  DROP TABLE waiting`;

/** Files of the second form did not know since when something is set aside. */
const SINCE_WHEN = 'ALTER TABLE operations ADD COLUMN parked_at INTEGER';

/**
 * Opens the file, making it (for this user only) and its folder when they are not there.
 *
 * @throws Error when it cannot be opened or written
 */
export function openOutboxFile(file: string): DatabaseSync {
  const database = openPrivateFile(file);
  database.exec(`BEGIN IMMEDIATE; ${TABLES}`);
  const has = (what: string) => database.prepare(`SELECT 1 FROM ${what}`).get() !== undefined;
  if (has(`sqlite_master WHERE name = 'waiting'`)) database.exec(FROM_FIRST_FORM);
  if (!has(`pragma_table_info('operations') WHERE name = 'parked_at'`)) database.exec(SINCE_WHEN);
  database.exec('COMMIT');
  return database;
}
