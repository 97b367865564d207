import { statSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { aClock, aMailFile, markOf } from './mail-file.fixture.ts';
import { createUnasked, sweepUnasked } from './unasked.ts';

const DAY_MS = 86_400_000;
const EMAIL = 'ann@reader.example';

const open = () => ({ unasked: createUnasked(aMailFile().file, markOf), ...aClock() });

describe('createUnasked', () => {
  test('asks an address once a day, and three times in 90 days', () => {
    const { unasked, now, pass } = open();
    const asked = Array.from({ length: 10 }, () => {
      pass(DAY_MS / 2);
      const allowed = unasked.allows('confirm', EMAIL, now());
      if (allowed) unasked.sent('confirm', EMAIL, now());
      return allowed;
    });
    expect(asked.map(Number).join('')).toBe('1010100000');
    expect(unasked.allows('confirm', 'bo@reader.example', now())).toBe(true);
  });

  test('asks again after 90 days without an answer, but nobody who has refused', () => {
    const { unasked, now, pass } = open();
    const refused = 'bo@reader.example';
    for (let count = 0; count < 3; count += 1) unasked.sent('confirm', EMAIL, now());
    unasked.refused(refused, now());
    pass(90 * DAY_MS - 1);
    expect(unasked.allows('confirm', EMAIL, now())).toBe(false);
    pass(1);
    expect(unasked.allows('confirm', EMAIL, now())).toBe(true);
    expect(unasked.allows('confirm', refused, now())).toBe(false);
    expect(unasked.allows('your-data', refused, now())).toBe(true);
  });

  test('forgets what counts no longer, and no refusal', () => {
    const { file } = aMailFile();
    const unasked = createUnasked(file, markOf);
    const { now, pass } = aClock();
    unasked.refused('bo@reader.example', now());
    unasked.sent('your-data', EMAIL, now());
    pass(DAY_MS);
    unasked.sent('confirm', EMAIL, now());
    pass(89 * DAY_MS);
    expect([sweepUnasked(file, now()), sweepUnasked(file, now())]).toEqual([1, 0]);
    const left = file.database.prepare('SELECT kind FROM mailed ORDER BY kind').all();
    expect(left.map(({ kind }) => kind)).toEqual(['confirm', 'refused']);
  });

  test('knows an address in capitals too', () => {
    const { unasked, now } = open();
    unasked.sent('confirm', EMAIL, now());
    expect(unasked.allows('confirm', ' Ann@Reader.Example', now())).toBe(false);
  });

  test('begins anew once the owner has confirmed', () => {
    const { unasked, now } = open();
    unasked.refused(EMAIL, now());
    expect(unasked.allows('confirm', EMAIL, new Date(now().getTime() + 99 * DAY_MS))).toBe(false);
    unasked.confirmed(EMAIL);
    expect(unasked.allows('confirm', EMAIL, now())).toBe(true);
  });

  test('mails a link to what is kept three times a day', () => {
    const { unasked, now, pass } = open();
    for (let count = 0; count < 3; count += 1) unasked.sent('your-data', EMAIL, now());
    expect(unasked.allows('your-data', EMAIL, now())).toBe(false);
    expect(unasked.allows('confirm', EMAIL, now())).toBe(true);
    pass(DAY_MS);
    expect(unasked.allows('your-data', EMAIL, now())).toBe(true);
  });

  test('keeps its file to this user', () => {
    expect(statSync(aMailFile().path).mode & 0o777).toBe(0o600);
  });
});
