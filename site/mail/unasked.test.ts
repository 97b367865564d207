import { statSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { aClock, aMailFile, markOf } from './mail-file.fixture.ts';
import { createUnasked } from './unasked.ts';

const DAY_MS = 86_400_000;
const EMAIL = 'ann@reader.example';

const open = () => ({ unasked: createUnasked(aMailFile().file, markOf), ...aClock() });

describe('createUnasked', () => {
  test('asks an address once a day, and three times in all', () => {
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
