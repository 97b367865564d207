import { describe, expect, test } from 'vitest';
import { DIRECTIONS, strokesOf, type Stroke } from './strokes.ts';

/** How far a stroke goes, from its first point to its last. */
function travel({ path, from }: Stroke): { readonly x: number; readonly y: number } {
  const [x = 0, y = 0] = path.split(/[ CA]/u).slice(-2).map(Number);
  return { x: x - from[0], y: y - from[1] };
}

const only = (strokes: readonly Stroke[]): Stroke => {
  const [stroke] = strokes;
  if (!stroke || strokes.length !== 1)
    throw new Error(`Expected one stroke, got ${strokes.length}.`);
  return stroke;
};

describe('strokesOf', () => {
  test.for(DIRECTIONS)('%s draws a stroke on each side, or one across', (direction) => {
    const strokes = strokesOf('thigh', 'both', 'front', direction);
    expect(strokes).toHaveLength(direction === 'across' ? 1 : 2);
    expect(strokes.map(({ path }) => path === '')).toEqual(
      strokes.map(() => direction === 'still'),
    );
  });

  test('up goes up, and along the arm towards the shoulder', () => {
    const { x, y } = travel(only(strokesOf('forearm', 'left', 'front', 'up')));
    expect(y).toBeLessThan(-20);
    expect(x).toBeLessThan(0);
  });

  test.for([
    { side: 'left', direction: 'outward', goes: 1 },
    { side: 'right', direction: 'outward', goes: -1 },
    { side: 'left', direction: 'inward', goes: -1 },
    { side: 'right', direction: 'inward', goes: 1 },
  ] as const)('$direction on the $side of the front', ({ side, direction, goes }) => {
    expect(Math.sign(travel(only(strokesOf('chest', side, 'front', direction))).x)).toBe(goes);
  });

  test.for([
    { side: 'left', view: 'front', goes: -1 },
    { side: 'right', view: 'front', goes: 1 },
    { side: 'left', view: 'back', goes: 1 },
    { side: 'right', view: 'back', goes: -1 },
  ] as const)('across leaves the $side seen from the $view', ({ side, view, goes }) => {
    const region = view === 'front' ? 'chest' : 'upper-back';
    expect(Math.sign(travel(only(strokesOf(region, side, view, 'across'))).x)).toBe(goes);
  });

  test('the two sides mirror each other', () => {
    const [right, left] = strokesOf('groin', 'both', 'front', 'up-and-out').map(travel);
    expect(right?.x).toBeCloseTo(-(left?.x ?? 0), 0);
    expect(right?.y).toBeCloseTo(left?.y ?? 0, 0);
  });
});
