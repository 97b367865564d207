import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { createAddressMark } from './address-mark.ts';
import { openMailFile } from './mail-file.ts';

export const markOf = createAddressMark(new Uint8Array(32));

/** A new file for mail; it goes when the test is over. */
export function aMailFile(path = join(temporaryFolder(), 'mail.sqlite')) {
  const file = openMailFile(path);
  onTestFinished(file.close);
  return { file, path };
}

/** A clock that stands until it is moved. */
export function aClock(start = '2026-11-21T09:00:00Z') {
  let time = new Date(start);
  return {
    now: () => time,
    pass: (milliseconds: number): void => {
      time = new Date(time.getTime() + milliseconds);
    },
  };
}
