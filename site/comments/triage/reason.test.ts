import { describe, expect, test } from 'vitest';

import { isEmergency, toCommenterWords, toModeratorWords } from './reason.ts';
import type { Reason } from './reason.ts';

const reasons: readonly Reason[] = [
  { code: 'a', moderator: 'A', commenter: 'Read first.' },
  { code: 'b', moderator: 'B' },
  { code: 'c', moderator: 'C', commenter: 'Read first.', emergency: true },
];

describe('toModeratorWords', () => {
  test('tells all', () => expect(toModeratorWords(reasons)).toEqual(['A', 'B', 'C']));
});

describe('toCommenterWords', () => {
  test('tells each soft word once', () => {
    expect(toCommenterWords(reasons)).toEqual(['Read first.']);
  });

  test('without a soft word says that it is read first, as is true whatever is held', () => {
    expect(toCommenterWords([{ code: 'b', moderator: 'B' }])).toEqual([
      'An editor reads it before it appears.',
    ]);
  });
});

describe('isEmergency', () => {
  test('is so if one of them is', () => {
    expect(isEmergency(reasons)).toBe(true);
    expect(isEmergency(reasons.slice(0, 2))).toBe(false);
  });
});
