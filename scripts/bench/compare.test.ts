import { describe, expect, test } from 'vitest';
import { ratiosOf } from './compare.ts';

describe('ratiosOf', () => {
  test('divides numbers of the same name, in any depth', () => {
    const figures = { name: 'publish', files: 6, edit: { p50: 3, p95: 9 }, fresh: 1 };
    const earlier = { name: 'publish', files: 3, edit: { p50: 4, p95: 9 } };
    expect(ratiosOf(figures, earlier)).toEqual({ files: 2, edit: { p50: 0.75, p95: 1 } });
  });

  test('says nothing where the earlier number is 0 or missing', () => {
    expect(ratiosOf({ a: 1, b: 2 }, { a: 0 })).toEqual({});
  });
});
