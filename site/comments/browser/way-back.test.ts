import { describe, expect, test } from 'vitest';

import { parseWays } from './way-back.ts';

const way = { yours: '/api/comments/yours/token', editUntil: '2026-11-21T09:15:00.000Z' };

describe('parseWays', () => {
  test.for([
    { now: '2026-11-21T09:14:59.999Z', ways: [way] },
    { now: '2026-11-21T09:15:00.000Z', ways: [] },
  ])('at $now', ({ now, ways }) => {
    expect(parseWays(JSON.stringify([way]), new Date(now))).toEqual(ways);
  });

  test.for([
    '',
    '{',
    'null',
    '{}',
    '[null, 7, {"yours": "/x"}]',
    '[{"yours":"/x","editUntil":"soon"}]',
  ])('finds nothing in %s', (value) => {
    expect(parseWays(value, new Date(0))).toEqual([]);
  });
});
