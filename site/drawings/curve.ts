/** A point of a drawing, in the units of its view box. */
export type Point = readonly [x: number, y: number];

/** A point of a curve; a corner is met without rounding. */
export type Knot = Point | readonly [x: number, y: number, corner: 'corner'];

/** Rounds to one decimal: finer than a drawing shows, and half the bytes. */
export const round = (value: number): number => Math.round(value * 10) / 10 + 0;

const spot = (x: number, y: number): string => `${round(x)} ${round(y)}`;

/**
 * Draws one smooth line through the knots (Catmull-Rom, as cubic Béziers) and gives its SVG path.
 *
 * An open line of one knot is a bare move; a closed one ends with `Z`.
 */
export function curve(knots: readonly Knot[], closed = false): string {
  const [first] = knots;
  if (!first) return '';
  const count = knots.length;
  const at = (index: number): Knot =>
    knots[closed ? (index + count) % count : Math.min(Math.max(index, 0), count - 1)] ?? first;
  const spans = closed ? count : count - 1;
  let path = `M${spot(first[0], first[1])}`;
  for (let index = 0; index < spans; index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const leave = from[2] ? 0 : 1 / 6;
    const arrive = to[2] ? 0 : 1 / 6;
    const out = spot(from[0] + (to[0] - before[0]) * leave, from[1] + (to[1] - before[1]) * leave);
    const into = spot(to[0] - (after[0] - from[0]) * arrive, to[1] - (after[1] - from[1]) * arrive);
    path += `C${out} ${into} ${spot(to[0], to[1])}`;
  }
  return closed ? `${path}Z` : path;
}

/** The middle of the drawn body, in view box units: sided parts are stored once and mirrored here. */
export const MIDLINE = 110;

/** Places a half-body point (distance from the midline, height) on one side of the picture. */
export const place = ([out, y]: Point, sign: 1 | -1): Point => [MIDLINE + sign * out, y];

/** Places half-body knots on one side of the picture, keeping their corners. */
export function placeAll(knots: readonly Knot[], sign: 1 | -1): readonly Knot[] {
  return knots.map((knot): Knot => {
    const x = MIDLINE + sign * knot[0];
    return knot[2] ? [x, knot[1], knot[2]] : [x, knot[1]];
  });
}
