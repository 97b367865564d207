import { DatabaseSync } from 'node:sqlite';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Doc } from '../cms/catalogue.ts';
import type { DocumentChange } from '../cms/documents-source.ts';
import type { Move } from '../cms/led-addresses.ts';
import { parseDocument } from '../cms/parse-document.ts';

/** What the files of a release were made from. */
export interface Published {
  readonly documents: readonly Doc[];
  /** What of the site's code and settings went into the files: other code means other files. */
  readonly made: string;
  /** The folder of the files. */
  readonly release: string;
  /** The time up to which waiting pages have been published. */
  readonly now: Date;
}

/** Remembers what the files on the disk show, so that a restart publishes the difference only. */
export interface Snapshot {
  /** What of the site's code and settings went into the files, where that is known. */
  readonly made: () => string | undefined;
  readonly load: () => Published | undefined;
  readonly replace: (published: Published) => void;
  /**
   * Notes that another folder shows the same.
   *
   * @returns false, and notes nothing, where it was not told of what `from` shows
   */
  readonly move: (from: string, to: Pick<Published, 'made' | 'release'>) => boolean;
  /** Notes changes whose files are written, and the time up to which waiting pages are. */
  readonly note: (changes: readonly DocumentChange[], now: Date | undefined) => void;
  /** Pages that have moved, the moves of each moment together, and the store has no redirect yet. */
  readonly moves: () => readonly NotedMoves[];
  /** @returns what to forget them by */
  readonly noteMoves: (moves: readonly Move[]) => number;
  readonly forgetMoves: (id: number) => void;
  readonly close: () => void;
}

export interface NotedMoves {
  readonly id: number;
  readonly moves: readonly Move[];
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS document (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS moved (id INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT`;

// A note that is lost to a crash only means that its change is published again.
const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA secure_delete = ON`;

const CUT_MS = 500;

const documentRow = z.object({ json: z.string() });
const movedRow = z.object({ id: z.number(), json: z.string() });
const movesJson = z.array(z.object({ from: z.string(), to: z.string() }));
const factRow = z.object({ name: z.string(), value: z.string() });

/** @throws Error when the file cannot be opened */
export function openSnapshot(file: string): Snapshot {
  mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file);
  db.exec(PRAGMAS);
  db.exec(TABLES);
  const putDocument = db.prepare('INSERT OR REPLACE INTO document VALUES (?, ?)');
  const removeDocument = db.prepare('DELETE FROM document WHERE id = ?');
  const putFact = db.prepare('INSERT OR REPLACE INTO fact VALUES (?, ?)');
  const putMoves = db.prepare('INSERT INTO moved (json) VALUES (?)');
  const removeMoves = db.prepare('DELETE FROM moved WHERE id = ?');
  const together = (work: () => void): void => {
    db.exec('BEGIN');
    try {
      work();
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  };
  let cutting: NodeJS.Timeout | undefined;
  /** What was replaced or removed stays in the log until it is cut: behind publishing, and soon. */
  const cutSoon = (): void => {
    clearTimeout(cutting);
    cutting = setTimeout(() => db.exec('PRAGMA wal_checkpoint(TRUNCATE)'), CUT_MS);
    cutting.unref();
  };
  // The last run may have ended before that.
  cutSoon();
  const factsOf = (): ReadonlyMap<string, string> =>
    new Map(
      db
        .prepare('SELECT name, value FROM fact')
        .all()
        .map((row) => factRow.parse(row))
        .map(({ name, value }) => [name, value]),
    );
  return {
    made: () => factsOf().get('made'),
    load() {
      const facts = factsOf();
      const [made, release, now] = ['made', 'release', 'now'].map((name) => facts.get(name));
      if (made === undefined || release === undefined || now === undefined) return undefined;
      // Row by row: all of them as JSON take as much memory again as the documents.
      const rows = db.prepare('SELECT json FROM document ORDER BY id').iterate();
      const documents: Doc[] = [];
      for (const row of rows) {
        const doc = parseDocument(JSON.parse(documentRow.parse(row).json), ignore);
        if (doc !== undefined) documents.push(doc);
      }
      return { documents, made, release, now: new Date(now) };
    },
    replace({ documents, made, release, now }) {
      together(() => {
        db.exec('DELETE FROM document');
        for (const doc of documents) putDocument.run(doc._id, JSON.stringify(doc));
        putFact.run('made', made);
        putFact.run('release', release);
        putFact.run('now', now.toISOString());
      });
      cutSoon();
    },
    move(from, { made, release }) {
      if (factsOf().get('release') !== from) return false;
      together(() => {
        putFact.run('made', made);
        putFact.run('release', release);
      });
      return true;
    },
    note(changes, now) {
      together(() => {
        for (const { id, doc } of changes) {
          if (doc === undefined) removeDocument.run(id);
          else putDocument.run(id, JSON.stringify(doc));
        }
        if (now !== undefined) putFact.run('now', now.toISOString());
      });
      cutSoon();
    },
    moves: () =>
      db
        .prepare('SELECT id, json FROM moved ORDER BY id')
        .all()
        .map((row) => movedRow.parse(row))
        .map(({ id, json }) => ({ id, moves: movesJson.parse(JSON.parse(json)) })),
    noteMoves: (moves) => Number(putMoves.run(JSON.stringify(moves)).lastInsertRowid),
    forgetMoves: (id) => void removeMoves.run(id),
    close() {
      clearTimeout(cutting);
      db.close();
    },
  };
}

/** What an older version let in and this one does not is read from the store again. */
function ignore(): void {
  // Nothing to tell: reading the store reports it.
}
