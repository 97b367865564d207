import { z } from 'zod';

import type { AddressMark } from './address-mark.ts';
import type { Errands } from './errands.ts';
import type { MailFile } from './mail-file.ts';

/** How long a first comment waits for others to come along. */
const FIRST_MS = 10_000;
/** How long a moderator is left in peace after a mail. */
const PEACE_MS = 15 * 60_000;
/** And how long where something may be an emergency. */
const URGENT_PEACE_MS = 2 * 60_000;

/** What each moderator is still to be told; a moderator is known by the mark of an address. */
export interface Digests {
  /**
   * Each of these is to hear of the comment: soon, or when the time since the last mail is over, which is
   * shorter where it is urgent.
   */
  gather: (comment: string, addresses: readonly string[], now: Date, urgent: boolean) => void;
  /** The comments that the moderator has not been told of, oldest first. */
  of: (moderator: string) => readonly string[];
  told: (moderator: string, comments: readonly string[], now: Date) => void;
  /** There is nothing to tell of these any more. */
  forget: (moderator: string, comments: readonly string[]) => void;
  /** What came while a mail was sent is told in another. */
  goOn: (moderator: string, now: Date) => void;
}

const commentRow = z.object({ comment: z.string() });
const toldRow = z.object({ at: z.number() });

/** @param errands where the mails themselves wait */
export function createDigests(
  { database }: MailFile,
  errands: Errands,
  mark: AddressMark,
): Digests {
  const insert = database.prepare(
    'INSERT INTO to_tell (moderator, comment) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const select = database.prepare('SELECT comment FROM to_tell WHERE moderator = ? ORDER BY rowid');
  const remove = database.prepare('DELETE FROM to_tell WHERE moderator = ? AND comment = ?');
  const selectTold = database.prepare('SELECT at FROM told WHERE moderator = ?');
  const note = database.prepare('INSERT OR REPLACE INTO told (moderator, at) VALUES (?, ?)');
  const forget = (moderator: string, comments: readonly string[]): void => {
    for (const comment of comments) remove.run(moderator, comment);
  };
  const of = (moderator: string): string[] => {
    const rows = z.array(commentRow).parse(select.all(moderator));
    return rows.map(({ comment }) => comment);
  };
  const plan = (moderator: string, now: Date, peace = PEACE_MS): void => {
    const last = toldRow.optional().parse(selectTold.get(moderator))?.at ?? -Infinity;
    const due = new Date(Math.max(now.getTime() + FIRST_MS, last + peace));
    const errand = { kind: 'digest', subject: moderator } as const;
    errands.add(errand, now, due);
    if (peace < PEACE_MS) errands.hasten(errand, due);
  };
  return {
    gather(comment, addresses, now, urgent) {
      for (const moderator of addresses.map(mark)) {
        insert.run(moderator, comment);
        plan(moderator, now, urgent ? URGENT_PEACE_MS : PEACE_MS);
      }
    },
    of,
    told(moderator, comments, now) {
      note.run(moderator, now.getTime());
      forget(moderator, comments);
    },
    forget,
    goOn(moderator, now) {
      if (of(moderator).length > 0) plan(moderator, now);
    },
  };
}
