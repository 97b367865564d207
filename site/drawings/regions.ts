import type { View } from './body.ts';
import { curve, MIDLINE, place, placeAll, type Knot, type Point } from './curve.ts';
import { REGIONS, type RegionShape } from './region-shapes.ts';

export type Region = keyof typeof REGIONS;
export type Side = 'left' | 'right' | 'both' | 'centre';
/** +1 is the right of the picture, -1 its left. */
export type Sign = 1 | -1;

const UP: Point = [0, -1];

/** A region's shape, with the way up along it. */
export function shapeOf(region: Region): RegionShape & { readonly up: Point } {
  const shape: RegionShape = REGIONS[region];
  return { ...shape, up: shape.up ?? UP };
}

export const isRegion = (name: string): name is Region => Object.hasOwn(REGIONS, name);

/** The view a step shows: the one asked for where every region has it, else the one that they have. */
export function viewOf(regions: readonly Region[], asked: View | undefined): View {
  const shows = (view: View): boolean =>
    regions.every((region) => REGIONS[region].views.some((each) => each === view));
  if (asked && shows(asked)) return asked;
  return regions.length > 0 && shows('back') && !shows('front') ? 'back' : 'front';
}

/**
 * The sides of the picture that a side of the body falls on.
 *
 * Sides are the body's own: seen from the front, its left is on the right of the picture.
 */
export function signsOf(side: Side, view: View): readonly Sign[] {
  if (side === 'both' || side === 'centre') return [1, -1];
  return (side === 'left') === (view === 'front') ? [1] : [-1];
}

/** The area of a region on one side, as an SVG path; clip it with the body. */
export function areaPath(region: Region, sign: Sign): string {
  const half = REGIONS[region].half;
  const meetsMidline = half.some(([out]) => out === 0);
  const knots: readonly Knot[] = half.map(([out, y]): Knot =>
    out === 0 ? [out, y, 'corner'] : [out, y],
  );
  return curve(placeAll(meetsMidline ? knots : half, sign), true);
}

/** Where a region's strokes and numbers sit; the centre of the body has its own. */
export function anchorOf(region: Region, sign: Sign, side: Side): Point {
  const { anchor } = REGIONS[region];
  return side === 'centre' ? [MIDLINE, anchor[1]] : place(anchor, sign);
}

/** Where the number of a step sits on a region. */
export function markOf(region: Region, sign: Sign, side: Side): Point {
  const { mark } = shapeOf(region);
  return mark && side !== 'centre' ? place(mark, sign) : anchorOf(region, sign, side);
}
