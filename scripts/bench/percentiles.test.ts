import { describe, expect, test } from 'vitest';
import { percentilesOf } from './percentiles.ts';

describe('percentilesOf', () => {
  test.for([
    { values: [7], p50: 7, p95: 7 },
    { values: [3, 1, 2], p50: 2, p95: 3 },
    { values: Array.from({ length: 100 }, (_, index) => index + 1), p50: 50, p95: 95 },
    { values: [0.123, 0.456], p50: 0.12, p95: 0.46 },
  ])('of $values.length values: $p50 and $p95', ({ values, p50, p95 }) => {
    expect(percentilesOf(values)).toEqual({ p50, p95 });
  });

  test('refuses to summarise nothing', () => {
    expect(() => percentilesOf([])).toThrow(RangeError);
  });
});
