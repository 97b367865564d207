import { curve, round, type Point } from './curve.ts';
import { anchorOf, shapeOf, signsOf, type Region, type Side, type Sign } from './regions.ts';
import type { View } from './body.ts';

/** How the hands move, as the content model names it. */
export type Direction = (typeof DIRECTIONS)[number];

export const DIRECTIONS = [
  'up',
  'down',
  'inward',
  'outward',
  'up-and-out',
  'down-and-in',
  'across',
  'circles',
  'still',
] as const;

export interface Stroke {
  /** The line the hand follows; empty when it rests. */
  readonly path: string;
  /** The open arrow head, drawn like a valve of a lymph vessel. */
  readonly head: string;
  readonly from: Point;
}

const HEAD_LENGTH = 4.6;
const HEAD_SPREAD = 0.62;

function headAt([x, y]: Point, angle: number, length = HEAD_LENGTH): string {
  const barb = (turn: number): string =>
    `${round(x - length * Math.cos(angle + turn))} ${round(y - length * Math.sin(angle + turn))}`;
  return `M${barb(HEAD_SPREAD)}L${round(x)} ${round(y)}L${barb(-HEAD_SPREAD)}`;
}

/** A gently bowed line through the middle, as a hand travels. */
function sweep(middle: Point, [dx, dy]: Point, reach: number, bow: number): Stroke {
  const half = reach / 2;
  const from: Point = [middle[0] - dx * half, middle[1] - dy * half];
  const to: Point = [middle[0] + dx * half, middle[1] + dy * half];
  const via: Point = [middle[0] - dy * reach * bow, middle[1] + dx * reach * bow];
  const angle = Math.atan2(to[1] - via[1], to[0] - via[0]) - bow * 0.9;
  return { path: curve([from, via, to]), head: headAt(to, angle), from };
}

/** Three quarters of a turn, each side the mirror of the other. */
function circle([x, y]: Point, radius: number, sign: Sign): Stroke {
  const at = (turn: number): Point => [
    x + sign * radius * Math.sin(turn),
    y - radius * Math.cos(turn),
  ];
  const end = Math.PI * 2.45;
  const from = at(Math.PI * 0.85);
  const to = at(end);
  const size = `${round(radius)} ${round(radius)}`;
  const path = `M${round(from[0])} ${round(from[1])}A${size} 0 1 ${sign === 1 ? 1 : 0} ${round(to[0])} ${round(to[1])}`;
  const length = Math.min(HEAD_LENGTH, radius * 0.7);
  // The head follows the chord that it covers, not the tangent at its tip.
  const heading = end - length / (2 * radius);
  return { path, head: headAt(to, sign === 1 ? heading : Math.PI - heading, length), from };
}

interface Reach {
  readonly up: Point;
  readonly reach: number;
  readonly breadth: number;
}

/** The way a direction points on one side, before mirroring; `up` follows the limb. */
function vectorOf(direction: Direction, { up, reach, breadth }: Reach): Point {
  const out: Point = [-up[1], up[0]];
  const mix = (along: number, aside: number): Point => {
    const x = up[0] * along + out[0] * aside;
    const y = up[1] * along + out[1] * aside;
    const length = Math.hypot(x, y);
    return [x / length, y / length];
  };
  switch (direction) {
    case 'up':
      return mix(1, 0);
    case 'down':
      return mix(-1, 0);
    case 'outward':
      return mix(0, 1);
    case 'inward':
      return mix(0, -1);
    case 'up-and-out':
      return mix(1, breadth / reach);
    case 'down-and-in':
      return mix(-1, -breadth / reach);
    case 'across':
      return mix(0, 1);
    case 'circles':
    case 'still':
      return [0, 0];
  }
}

/** The strokes of one region: one a side, or one across the middle of the body. */
export function strokesOf(
  region: Region,
  side: Side,
  view: View,
  direction: Direction,
): readonly Stroke[] {
  const shape = shapeOf(region);
  const { reach, breadth, anchor } = shape;
  const vector = vectorOf(direction, shape);
  const radius = Math.max(breadth * 0.42, 4.6);
  const signs = signsOf(side, view);
  if (direction === 'still') {
    return signs.map((sign) => ({ path: '', head: '', from: anchorOf(region, sign, side) }));
  }
  if (side === 'centre' && (direction === 'up' || direction === 'down')) {
    return [sweep(anchorOf(region, 1, 'centre'), vector, reach, 0)];
  }
  if (side === 'centre' && direction === 'circles') {
    return [circle(anchorOf(region, 1, 'centre'), radius, 1)];
  }
  if (direction === 'across') {
    // Away from the named side, over the midline; from the left where none is named.
    const sign: Sign = (side === 'right') === (view === 'front') ? 1 : -1;
    return [sweep(anchorOf(region, 1, 'centre'), [sign, 0], anchor[0] * 2.4, sign * 0.12)];
  }
  const length = direction === 'outward' || direction === 'inward' ? breadth : reach;
  return signs.map((sign) => {
    const middle = anchorOf(region, sign, 'both');
    if (direction === 'circles') return circle(middle, radius, sign);
    return sweep(middle, [vector[0] * sign, vector[1]], length, sign * 0.1);
  });
}
