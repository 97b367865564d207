import { describe, expect, test } from 'vitest';

import { areCommentsOpen, closesAt } from './comments-open.ts';

const page = { commentsOpen: true, publishedAt: '2026-11-01T08:30:00Z' };
const twoWeeks = { commentsCloseAfterDays: 14 };

describe('closesAt', () => {
  test('counts whole days from the moment the page was published', () => {
    expect(closesAt(page, twoWeeks)).toEqual(new Date('2026-11-15T08:30:00Z'));
  });

  test.for([
    ['no settings', page, undefined],
    ['settings without days', page, {}],
    ['a page that an editor closed', { ...page, commentsOpen: false }, twoWeeks],
    ['more days than there are', page, { commentsCloseAfterDays: 1e300 }],
  ] as const)('gives no time for %s', ([, of, settings]) => {
    expect(closesAt(of, settings)).toBeUndefined();
  });
});

describe('areCommentsOpen', () => {
  test.for([
    ['2026-11-15T08:29:59.999Z', true],
    ['2026-11-15T08:30:00Z', false],
    ['2027-01-01T00:00:00Z', false],
  ] as const)('at %s: %s', ([now, open]) => {
    expect(areCommentsOpen(page, twoWeeks, new Date(now))).toBe(open);
  });

  test('without days, they stay as the editor left them', () => {
    const now = new Date('2036-01-01T00:00:00Z');
    expect(areCommentsOpen(page, undefined, now)).toBe(true);
    expect(areCommentsOpen({ ...page, commentsOpen: false }, undefined, now)).toBe(false);
  });
});
