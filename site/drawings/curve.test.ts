import { describe, expect, test } from 'vitest';
import { curve, placeAll, round } from './curve.ts';

describe('curve', () => {
  test('draws nothing without knots, and a bare move for one', () => {
    expect(curve([])).toBe('');
    expect(curve([[1, 2]])).toBe('M1 2');
  });

  test('passes through every knot', () => {
    const path = curve([
      [0, 0],
      [10, 0],
      [10, 10],
    ]);
    expect(path).toMatch(/^M0 0C.* 10 0C.* 10 10$/u);
  });

  test('returns to the start when closed', () => {
    const path = curve(
      [
        [0, 0],
        [10, 0],
        [10, 10],
      ],
      true,
    );
    expect(path).toMatch(/ 0 0Z$/u);
  });

  test('meets a corner without rounding', () => {
    const path = curve([
      [0, 0],
      [10, 0, 'corner'],
      [10, 10],
    ]);
    // The last control point before the corner, and the first after it, are the corner itself.
    expect(path).toContain('10 0 10 0C10 0');
  });
});

describe('placeAll', () => {
  test('mirrors over the midline and keeps corners', () => {
    expect(
      placeAll(
        [
          [10, 5, 'corner'],
          [0, 7],
        ],
        -1,
      ),
    ).toEqual([
      [100, 5, 'corner'],
      [110, 7],
    ]);
  });
});

describe('round', () => {
  test.for([
    [1.26, 1.3],
    [-0.04, 0],
  ] as const)('%d becomes %d', ([value, rounded]) => {
    expect(Object.is(round(value), rounded)).toBe(true);
  });
});
