import type { DatabaseSync } from 'node:sqlite';
import { integerOf } from './row.ts';

/** Takes what was deleted out of the file itself. */
export interface Erasure {
  /** Says, inside the transaction that deletes, that there is something to take out. */
  note(): void;
  /** Takes out what was noted, in the background, a little at a time. */
  wake(): void;
  /** Ends the work; the next `wake`, in this process or another, goes on with it. */
  close(): void;
}

/** Pages of the words' index that one step may write: a few milliseconds. */
const PAGES = 64;
const PAUSE_MS = 5;
const BUSY_MS = 200;

/**
 * Deleted rows are overwritten at once, but their words stay in the index until its parts are merged,
 * and copies of both stay in the log until it is written back and cut.
 */
export function createErasure(db: DatabaseSync): Erasure {
  const mark = db.prepare('INSERT OR IGNORE INTO erasures (pending) VALUES (1)');
  const unmark = db.prepare('DELETE FROM erasures');
  const pending = db.prepare('SELECT pending FROM erasures');
  const merge = db.prepare("INSERT INTO document_text (document_text, rank) VALUES ('merge', ?)");
  const written = db.prepare('SELECT total_changes() AS n');
  const checkpoint = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  let timer: NodeJS.Timeout | undefined;
  /** Something was noted while a round was under way. */
  let again = false;

  /** Merges a few pages; a negative count takes up parts that are whole. Says whether more is left. */
  const step = (pages: number): boolean => {
    const before = integerOf(written.get() ?? {}, 'n');
    merge.run(pages);
    return integerOf(written.get() ?? {}, 'n') - before >= 2;
  };

  const later = (work: () => void, milliseconds: number): void => {
    timer = setTimeout(work, milliseconds);
    timer.unref();
  };

  const goOn = (): void => {
    if (step(PAGES)) return later(goOn, PAUSE_MS);
    finish();
  };

  /** Cuts the log. A query that reads it keeps it from being cut. */
  const finish = (): void => {
    if (again) return start();
    if (integerOf(checkpoint.get() ?? {}, 'busy') !== 0) return later(finish, BUSY_MS);
    timer = undefined;
    unmark.run();
  };

  const start = (): void => {
    again = false;
    step(-PAGES);
    later(goOn, PAUSE_MS);
  };

  return {
    note: () => void mark.run(),
    wake() {
      if (timer !== undefined) again = true;
      else if (pending.get() !== undefined) start();
    },
    close: () => clearTimeout(timer),
  };
}
