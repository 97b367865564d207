import { describe, expect, test } from 'vitest';

import { toLimitMessage } from './limit-message.ts';

describe('toLimitMessage', () => {
  test('says what was too much', () => {
    expect(toLimitMessage({ limit: 'email', retryAfterS: 7200 })).toBe(
      'Too many comments came with this email address within a day. Wait about 2 hours, then send it again.',
    );
  });

  test.for([
    [1, '10 seconds'],
    [41, '50 seconds'],
    [51, 'a minute'],
    [61, '2 minutes'],
    [3300, '55 minutes'],
    [3301, 'an hour'],
    [3601, '2 hours'],
    [86_400, '24 hours'],
  ] as const)('of %d seconds says %s', ([retryAfterS, words]) => {
    expect(toLimitMessage({ limit: 'day', retryAfterS })).toContain(`Wait about ${words},`);
  });
});
