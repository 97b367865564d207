import { z } from 'zod';

import { tombstoneShape } from '../comments/remove-comment.ts';
import type { Removal } from '../comments/remove-comment.ts';
import { openPrivateFile } from './private-file.ts';

/**
 * Which comments were erased: their random ids, and nothing about anybody.
 *
 * An erasure is written here before it begins, so that it is finished after a fault; and it stays here,
 * so that a store brought back from a backup is erased again.
 */
export interface Erasures {
  /** Remembers for good, before the first comment goes. */
  begin: (removals: readonly Removal[], now: Date) => void;
  done: (id: string) => void;
  unfinished: () => readonly Removal[];
  /** Every id that was ever erased, oldest first. */
  all: () => readonly string[];
  close: () => void;
}

const TABLE = `
  CREATE TABLE IF NOT EXISTS erased (
    id TEXT PRIMARY KEY,
    erased_at TEXT NOT NULL,
    removal TEXT
  ) STRICT`;

const idRow = z.object({ id: z.string() });
const removalRow = z.object({ id: z.string(), removal: z.string() });
const removalShape = z.object({
  parent: z.string().optional(),
  tombstone: tombstoneShape.optional(),
});

/**
 * Opens the list, making it where there is none.
 *
 * @throws Error when the file cannot be opened or written
 */
export function openErasures(file: string): Erasures {
  const database = openPrivateFile(file);
  database.exec(TABLE);
  const insert = database.prepare(
    `INSERT INTO erased (id, erased_at, removal) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET removal = excluded.removal`,
  );
  const finish = database.prepare('UPDATE erased SET removal = NULL WHERE id = ?');
  const selectUnfinished = database.prepare(
    'SELECT id, removal FROM erased WHERE removal IS NOT NULL ORDER BY rowid',
  );
  const selectAll = database.prepare('SELECT id FROM erased ORDER BY rowid');
  return {
    begin(removals, now) {
      database.exec('BEGIN IMMEDIATE');
      try {
        for (const { id, parent, tombstone } of removals) {
          insert.run(id, now.toISOString(), JSON.stringify({ parent, tombstone }));
        }
        database.exec('COMMIT');
      } catch (error) {
        // After some faults SQLite has ended it by itself.
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    done: (id) => void finish.run(id),
    unfinished: () =>
      z
        .array(removalRow)
        .parse(selectUnfinished.all())
        .map(({ id, removal }) => {
          const { parent, tombstone } = removalShape.parse(JSON.parse(removal));
          return { id, parent, tombstone };
        }),
    all: () =>
      z
        .array(idRow)
        .parse(selectAll.all())
        .map(({ id }) => id),
    close: () => database.close(),
  };
}
