import type { View } from './body.ts';
import type { Knot, Point } from './curve.ts';

/** One part of the body, stored for the side where x grows; x is the distance from the midline. */
export interface RegionShape {
  readonly views: readonly View[];
  /** What readers call it. */
  readonly label: string;
  /** Half a shape, from the midline out; it may overshoot the body, which clips it. */
  readonly half: readonly Knot[];
  /** Where strokes and numbers sit. */
  readonly anchor: Point;
  /** Where a number sits, when not on the anchor. */
  readonly mark?: Point;
  /** Towards the trunk, as a unit vector; straight up when left out. */
  readonly up?: Point;
  /** How far a stroke reaches along and across the part, in view box units. */
  readonly reach: number;
  readonly breadth: number;
}

/**
 * The named parts of the body that a step can point at.
 *
 * The neck is its two sides only: the front of the throat is never highlighted.
 */
export const REGIONS = {
  neck: {
    views: ['front', 'back'],
    label: 'neck',
    half: [
      [4.5, 74],
      [14, 70],
      [17, 90],
      [9, 96],
    ],
    anchor: [9.4, 86],
    reach: 14,
    breadth: 9,
  },
  collarbone: {
    views: ['front'],
    label: 'collarbone',
    half: [
      [7, 103],
      [13, 95],
      [27, 98],
      [38, 103],
      [26, 106],
      [16, 105],
    ],
    anchor: [21, 101],
    mark: [27, 102],
    reach: 16,
    breadth: 20,
  },
  armpit: {
    views: ['front', 'back'],
    label: 'armpit',
    half: [
      [36, 124],
      [46, 119],
      [54, 130],
      [51, 146],
      [40, 148],
      [34, 136],
    ],
    anchor: [43, 133],
    mark: [50, 129],
    reach: 18,
    breadth: 14,
  },
  chest: {
    views: ['front'],
    label: 'chest',
    half: [
      [0, 112],
      [22, 110],
      [40, 114],
      [44, 132],
      [39, 150],
      [24, 160],
      [0, 162],
    ],
    anchor: [24, 132],
    mark: [16, 141],
    reach: 26,
    breadth: 28,
  },
  abdomen: {
    views: ['front'],
    label: 'belly',
    half: [
      [0, 168],
      [26, 166],
      [46, 172],
      [50, 230],
      [28, 250],
      [0, 258],
    ],
    anchor: [20, 210],
    reach: 28,
    breadth: 28,
  },
  groin: {
    views: ['front'],
    label: 'groin',
    half: [
      [12, 262],
      [30, 248],
      [47, 234],
      [50, 252],
      [34, 268],
      [14, 284],
    ],
    anchor: [29, 258],
    reach: 18,
    breadth: 18,
  },
  'upper-arm': {
    views: ['front', 'back'],
    label: 'upper arm',
    half: [
      [50, 116],
      [70, 112],
      [80, 184],
      [66, 194],
      [50, 190],
      [45, 146],
    ],
    anchor: [57, 158],
    mark: [60, 162],
    up: [-0.13, -0.99],
    reach: 40,
    breadth: 14,
  },
  forearm: {
    views: ['front', 'back'],
    label: 'forearm',
    half: [
      [50, 200],
      [66, 198],
      [80, 200],
      [98, 250],
      [82, 262],
      [66, 256],
    ],
    anchor: [71.5, 230],
    up: [-0.32, -0.95],
    reach: 38,
    breadth: 14,
  },
  hand: {
    views: ['front', 'back'],
    label: 'hand',
    half: [
      [70, 264],
      [84, 264],
      [100, 270],
      [102, 320],
      [84, 324],
      [68, 304],
    ],
    anchor: [86, 284],
    up: [-0.2, -0.98],
    reach: 22,
    breadth: 12,
  },
  thigh: {
    views: ['front', 'back'],
    label: 'thigh',
    half: [
      [-4, 282],
      [22, 288],
      [40, 276],
      [56, 262],
      [56, 352],
      [28, 360],
      [-2, 352],
    ],
    anchor: [27, 322],
    up: [0.06, -1],
    reach: 46,
    breadth: 30,
  },
  knee: {
    views: ['front', 'back'],
    label: 'knee',
    half: [
      [4, 362],
      [26, 364],
      [50, 362],
      [50, 394],
      [26, 398],
      [4, 394],
    ],
    anchor: [26, 379],
    reach: 24,
    breadth: 20,
  },
  'lower-leg': {
    views: ['front', 'back'],
    label: 'lower leg',
    half: [
      [4, 402],
      [26, 404],
      [50, 402],
      [48, 466],
      [25, 470],
      [6, 466],
    ],
    anchor: [26, 434],
    up: [0.02, -1],
    reach: 42,
    breadth: 19,
  },
  foot: {
    views: ['front', 'back'],
    label: 'foot',
    half: [
      [8, 476],
      [25, 474],
      [44, 476],
      [48, 512],
      [10, 512],
    ],
    anchor: [26, 490],
    up: [-0.1, -1],
    reach: 18,
    breadth: 13,
  },
  'upper-back': {
    views: ['back'],
    label: 'upper back',
    half: [
      [0, 106],
      [30, 106],
      [46, 118],
      [46, 160],
      [24, 166],
      [0, 166],
    ],
    anchor: [24, 136],
    reach: 28,
    breadth: 30,
  },
  'lower-back': {
    views: ['back'],
    label: 'lower back',
    half: [
      [0, 176],
      [24, 176],
      [46, 174],
      [52, 236],
      [26, 240],
      [0, 236],
    ],
    anchor: [20, 208],
    reach: 28,
    breadth: 30,
  },
} as const satisfies Record<string, RegionShape>;
