import { expect, test } from 'vitest';

import { aStore } from '../../tests/fixtures/store.ts';
import { aMailFile, markOf } from '../mail/mail-file.fixture.ts';
import { createSeen } from '../mail/seen.ts';
import { createMailTraces } from '../mail/traces.ts';
import { createUnasked } from '../mail/unasked.ts';
import { startHousekeeping } from './housekeeping.ts';

test('startHousekeeping forgets the notes of mail that count no longer', async () => {
  const { file } = aMailFile();
  createSeen(file).add('came', 'gone');
  createUnasked(file, markOf).sent('confirm', 'ann@one.example', new Date('2026-01-01'));
  const log: string[] = [];
  const stop = startHousekeeping({
    client: await aStore(),
    erasures: {
      begin: () => {},
      done: () => {},
      unfinished: () => [],
      all: () => [],
      close: () => {},
    },
    traces: { idsOf: () => [], eraseComments: () => {}, eraseAddress: () => {} },
    mailTraces: createMailTraces(file, markOf),
    keepMonths: () => undefined,
    now: () => new Date('2026-11-21'),
    log: (line) => log.push(line),
  });
  await expect.poll(() => log).toEqual(['Kept no longer: 2 notes of mail.']);
  await stop();
});
