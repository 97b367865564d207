import { describe, expect, test } from 'vitest';

import { aComment } from '../comment.fixture.ts';
import { isReworded, withOwn, withRead, withShown } from './seen.ts';

const comment = aComment({ body: [{ text: 'a' }] });
const reworded = { ...comment, revision: 'r2', body: [{ text: 'b' }] };
const shown = withShown(new Map(), [comment]);

describe('isReworded', () => {
  test.for([
    [comment, false],
    [reworded, true],
    [{ ...comment, name: 'Bo' }, true],
    [{ ...comment, website: 'https://a.example/' }, true],
    [{ ...comment, revision: 'r2' }, false],
    [aComment({ id: 'never-shown' }), false],
  ] as const)('%o: %s', ([now, expected]) => {
    expect(isReworded(shown, now)).toBe(expected);
  });
});

describe('withShown', () => {
  test('keeps the wording that was shown first', () => {
    expect(isReworded(withShown(shown, [reworded]), reworded)).toBe(true);
  });
});

describe('withRead', () => {
  test('takes the present wording for read', () => {
    expect(isReworded(withRead(shown, [reworded]), reworded)).toBe(false);
  });
});

describe('withOwn', () => {
  test('does not tell moderators of their own changes', () => {
    expect(isReworded(withOwn(shown, [reworded], new Set(['r2'])), reworded)).toBe(false);
    expect(isReworded(withOwn(shown, [reworded], new Set(['r1'])), reworded)).toBe(true);
  });

  test('stays the same where there is nothing to remember', () => {
    expect(withOwn(shown, [comment], new Set(['r1']))).toBe(shown);
  });
});
