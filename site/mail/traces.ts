import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { loadKey } from '../comments/signed.ts';
import { createAddressMark, type AddressMark } from './address-mark.ts';
import { MAIL_FILE, openMailFile, type MailFile } from './mail-file.ts';

/** Forgets people, as far as the mail knows of them. */
export interface MailTraces {
  eraseComments: (ids: readonly string[]) => void;
  eraseAddress: (email: string) => void;
}

export function createMailTraces({ database, together }: MailFile, mark: AddressMark): MailTraces {
  const ofComment = ['errands WHERE subject', 'seen WHERE comment', 'to_tell WHERE comment'].map(
    (place) => database.prepare(`DELETE FROM ${place} = ?`),
  );
  const ofAddress = database.prepare('DELETE FROM mailed WHERE address = ?');
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
