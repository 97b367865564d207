import { describe, expect, test } from 'vitest';

import { isFiltered, NO_FILTER, toFilterKey, toPatterns } from './filter.ts';

describe('toPatterns', () => {
  test.for<readonly [string, readonly string[]]>([
    ['ann', ['ann*']],
    ['  Two words ', ['Two*', 'words*']],
    ['ann@reader.ex', ['ann*', 'reader*', 'ex*']],
    ['Zoë’s "cure*"', ['Zoë*', 's*', 'cure*']],
    ['*!', []],
    ['', []],
  ])('%j: %o', ([search, patterns]) => {
    expect(toPatterns(search)).toEqual(patterns);
  });

  test('looks for eight words at most', () => {
    expect(toPatterns('word '.repeat(100))).toHaveLength(8);
  });
});

describe('isFiltered', () => {
  test.for([
    [{}, false],
    [{ search: ' *' }, false],
    [{ search: 'a' }, true],
    [{ email: 'a@b.example' }, true],
    [{ page: { id: 'a', title: 'A' } }, true],
  ] as const)('%o: %s', ([change, expected]) => {
    expect(isFiltered({ ...NO_FILTER, ...change })).toBe(expected);
  });
});

describe('toFilterKey', () => {
  test('is the same for what finds the same', () => {
    expect(toFilterKey({ ...NO_FILTER, search: 'a ' })).toBe(
      toFilterKey({ ...NO_FILTER, search: ' a' }),
    );
    expect(toFilterKey({ ...NO_FILTER, search: 'a' })).not.toBe(toFilterKey(NO_FILTER));
  });
});
