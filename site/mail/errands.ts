import { z } from 'zod';

import { readCount, type MailFile } from './mail-file.ts';

const KINDS = ['confirm', 'browser', 'public', 'reply', 'your-data', 'digest'] as const;

/**
 * One mail that is to be sent: what it is about, never to whom or what it says. Both are looked up
 * when it is sent, so that a mail never tells of what has been taken back since.
 *
 * - `confirm`, `browser`, `public`, `your-data`: to the author of the comment with the id `subject`
 * - `reply`: to the author of the comment that the comment `subject` answers
 * - `digest`: to the moderator whose address has the mark `subject`
 */
export interface Errand {
  readonly kind: (typeof KINDS)[number];
  readonly subject: string;
}

export interface WaitingErrand extends Errand {
  /** Sendings that were tried. */
  readonly attempts: number;
}

/** The errands that wait, on disk. Every method finishes before it returns. */
export interface Errands {
  /** Adds one; where the same waits already, nothing changes. */
  add: (errand: Errand, now: Date, due?: Date) => void;
  /** Makes one that waits due by then at the latest. */
  hasten: (errand: Errand, due: Date) => void;
  /** The one whose time came first. */
  next: (now: Date) => WaitingErrand | undefined;
  /** When the next one is due; undefined when none waits. */
  nextDue: () => Date | undefined;
  retry: (errand: Errand, at: Date) => void;
  remove: (errand: Errand) => void;
  /** Removes those that have waited since before then, and gives how many they were. */
  expire: (before: Date) => number;
  count: () => number;
}

const nextRow = z.object({ kind: z.enum(KINDS), subject: z.string(), attempts: z.number() });
const dueRow = z.object({ due: z.number().nullable() });

export function createErrands({ database }: MailFile): Errands {
  const insert = database.prepare(
    'INSERT INTO errands (kind, subject, since, due) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const selectNext = database.prepare(
    'SELECT kind, subject, attempts FROM errands WHERE due <= ? ORDER BY due, rowid LIMIT 1',
  );
  const selectDue = database.prepare('SELECT min(due) AS due FROM errands');
  const postpone = database.prepare(
    'UPDATE errands SET due = ?, attempts = attempts + 1 WHERE kind = ? AND subject = ?',
  );
  const hasten = database.prepare(
    'UPDATE errands SET due = min(due, ?) WHERE kind = ? AND subject = ?',
  );
  const remove = database.prepare('DELETE FROM errands WHERE kind = ? AND subject = ?');
  const expire = database.prepare('DELETE FROM errands WHERE since < ?');
  const count = database.prepare('SELECT count(*) AS count FROM errands');
  return {
    add: ({ kind, subject }, now, due = now) =>
      void insert.run(kind, subject, now.getTime(), due.getTime()),
    hasten: ({ kind, subject }, due) => void hasten.run(due.getTime(), kind, subject),
    next: (now) => nextRow.optional().parse(selectNext.get(now.getTime())),
    nextDue() {
      const { due } = dueRow.parse(selectDue.get());
      return due === null ? undefined : new Date(due);
    },
    retry: ({ kind, subject }, at) => void postpone.run(at.getTime(), kind, subject),
    remove: ({ kind, subject }) => void remove.run(kind, subject),
    expire: (before) => Number(expire.run(before.getTime()).changes),
    count: () => readCount(count.get()),
  };
}
