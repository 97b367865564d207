import { describe, expect, test } from 'vitest';
import { parseCommenter } from './remember.ts';

describe('parseCommenter', () => {
  test('name, email and website', () => {
    expect(parseCommenter('["Ann","ann@example.org",""]')).toEqual(['Ann', 'ann@example.org', '']);
  });

  test.for(['', '{', '{}', '"Ann"', '[1]', 'null'])('%j is nobody', (value) => {
    expect(parseCommenter(value)).toEqual([]);
  });
});
