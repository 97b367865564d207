import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { loadKey } from '../comments/signed.ts';
import { createAddressMark, type AddressMark } from './address-mark.ts';
import { MAIL_FILE, openMailFile, type MailFile } from './mail-file.ts';
import { sweepUnasked } from './unasked.ts';

/** Forgets people, as far as the mail knows of them. */
export interface MailTraces {
  eraseComments: (ids: readonly string[]) => void;
  eraseAddress: (email: string) => void;
  /** The comments that something is noted about. */
  comments: () => readonly string[];
  /** Forgets what counts no longer. @returns how much */
  sweep: (now: Date) => number;
}

const commentRow = z.object({ comment: z.string() });

export function createMailTraces(file: MailFile, mark: AddressMark): MailTraces {
  const { database, together } = file;
  const ofComment = ['errands WHERE subject', 'seen WHERE comment', 'to_tell WHERE comment'].map(
    (place) => database.prepare(`DELETE FROM ${place} = ?`),
  );
  const ofAddress = database.prepare('DELETE FROM mailed WHERE address = ?');
  const select = database.prepare('SELECT comment FROM seen UNION SELECT comment FROM to_tell');
  // The log still holds what was deleted until it is written back and cut.
  const cutLog = (): void => database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return {
    eraseComments(ids) {
      together(() => {
        for (const id of ids) for (const statement of ofComment) statement.run(id);
      });
      cutLog();
    },
    eraseAddress(email) {
      ofAddress.run(mark(email));
      cutLog();
    },
    comments: () =>
      z
        .array(commentRow)
        .parse(select.all())
        .map(({ comment }) => comment),
    sweep(now) {
      const count = sweepUnasked(file, now);
      if (count > 0) cutLog();
      return count;
    },
  };
}

/**
 * The same for a process beside the running site.
 *
 * @param dir the site's folder in DATA_DIR
 * @returns undefined where there was never any mail
 */
export function openMailTraces(dir: string): (MailTraces & { close: () => void }) | undefined {
  const path = join(dir, MAIL_FILE);
  if (!existsSync(path)) return undefined;
  const file = openMailFile(path);
  const key = loadKey(join(dir, 'comment-key'));
  return { ...createMailTraces(file, createAddressMark(key)), close: file.close };
}
