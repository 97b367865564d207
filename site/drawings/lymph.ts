import { curve, placeAll, round, type Knot, type Point } from './curve.ts';

/** A labelled part of the plate; `at` is where its letter's line ends. */
export interface PlatePart {
  readonly letter: string;
  readonly name: string;
  readonly text: string;
  readonly at: Point;
  readonly letterAt: Point;
}

// Half a body of vessels, from the far end to the nodes; every knot is drawn as a valve.
const VESSELS: readonly (readonly Knot[])[] = [
  [
    [90, 300],
    [86, 276],
    [80, 252],
    [71, 226],
    [63.5, 202],
    [58, 176],
    [53, 152],
    [45, 136],
  ],
  [
    [79, 276],
    [78, 256],
    [68, 228],
    [61.5, 204],
    [56, 180],
    [51, 158],
    [43, 139],
  ],
  [
    [93, 284],
    [84, 262],
    [75, 232],
    [67.5, 204],
    [62, 174],
    [58, 148],
    [53, 128],
    [42, 130],
  ],
  [
    [8, 118],
    [18, 121],
    [29, 125],
    [39, 130],
  ],
  [
    [9, 138],
    [20, 140],
    [31, 138],
    [40, 134],
  ],
  [
    [9, 180],
    [20, 172],
    [31, 158],
    [39, 141],
  ],
  [
    [28, 200],
    [32, 182],
    [37, 162],
    [41, 144],
  ],
  [
    [10, 216],
    [17, 228],
    [24, 241],
    [29, 251],
  ],
  [
    [29, 214],
    [33, 228],
    [34, 242],
    [33, 252],
  ],
  [
    [25, 500],
    [26, 478],
    [24, 452],
    [20, 424],
    [21, 396],
    [19, 368],
    [17, 336],
    [19, 302],
    [27, 268],
  ],
  [
    [34, 494],
    [29.5, 470],
    [30, 440],
    [31, 410],
    [30, 380],
    [31, 346],
    [32, 312],
    [31, 284],
    [31, 268],
  ],
  [
    [36.5, 424],
    [35.5, 396],
    [37, 368],
    [40.5, 336],
    [42.5, 306],
    [40, 282],
    [34, 266],
  ],
  [
    [16.6, 34],
    [18, 48],
    [14.6, 62],
    [11, 76],
  ],
  [
    [6, 48],
    [9, 60],
    [9, 72],
  ],
  [
    [10.5, 88],
    [12, 94],
    [16, 99],
  ],
];

const NODES: readonly (readonly [x: number, y: number, turn: number])[] = [
  [9.5, 78, 10],
  [11, 86, 0],
  [15, 100.8, 50],
  [21.6, 103, 70],
  [42, 127.5, 30],
  [45.5, 134, 10],
  [41, 139.5, -20],
  [38.4, 133, 0],
  [26, 257, 50],
  [32.6, 257, 70],
  [28.4, 264, 20],
  [33.6, 263.4, 40],
];

// The thoracic duct is single: it climbs before the spine and ends on the body's left.
const DUCT: readonly Knot[] = [
  [110, 222],
  [109, 206],
  [110.4, 190],
  [109, 174],
  [110, 158],
  [110, 142],
  [111.5, 126],
  [117, 112],
  [126, 103],
];
const DEEP: readonly (readonly Knot[])[] = [
  [
    [29, 252],
    [20, 240],
    [9, 232],
    [2, 224],
  ],
];
const DEEP_NODES: readonly (readonly [x: number, y: number, turn: number])[] = [
  [4.4, 226, 40],
  [13, 236.5, 60],
];

/** A node: a small bean, turned so that its hollow faces the vessel that leaves. */
function bean([x, y, turn]: readonly [x: number, y: number, turn: number]): string {
  const angle = (turn * Math.PI) / 180;
  const at = (px: number, py: number): string =>
    `${round(x + px * Math.cos(angle) - py * Math.sin(angle))} ${round(y + px * Math.sin(angle) + py * Math.cos(angle))}`;
  return `M${at(1.5, -2.3)}C${at(-1, -3.9)} ${at(-2.5, -1.6)} ${at(-2.3, 0.4)}C${at(-2.2, 2.6)} ${at(-0.2, 3.7)} ${at(1.5, 2.5)}C${at(2.8, 1.4)} ${at(0.9, 1)} ${at(0.9, 0)}C${at(0.9, -0.9)} ${at(2.6, -1.3)} ${at(1.5, -2.3)}Z`;
}

const both = (half: readonly Knot[]): string =>
  curve(placeAll(half, 1)) + curve(placeAll(half, -1));

const pair = (node: readonly [x: number, y: number, turn: number]): string => {
  const [x, y, turn] = node;
  return bean([110 + x, y, turn]) + bean([110 - x, y, 180 - turn]);
};

/** One path a vessel, so that a marker can draw a valve at each knot. */
export const vesselPaths: readonly string[] = VESSELS.flatMap((half) => [
  curve(placeAll(half, 1)),
  curve(placeAll(half, -1)),
]);

/** The deep vessels: from the groin to the belly, and the thoracic duct. */
export const deepPaths: readonly string[] = [
  ...DEEP.flatMap((half) => [curve(placeAll(half, 1)), curve(placeAll(half, -1))]),
  curve(DUCT),
];

export const nodePath: string = [...NODES, ...DEEP_NODES].map(pair).join('');

/** The lines that part one drainage area from the next: the midline is left to the eye. */
export const watershedPath: string =
  both([
    [0, 206],
    [16, 205],
    [36, 200],
  ]) +
  both([
    [2, 115],
    [20, 113.5],
    [44, 114],
  ]);

/** The parts that the plate names, in the order that lymph meets them. */
export const PLATE_PARTS: readonly PlatePart[] = [
  {
    letter: 'a',
    name: 'Lymph vessels',
    text: 'gather fluid from the skin and carry it inward. Small valves keep it moving one way.',
    at: [144, 346],
    letterAt: [196, 346],
  },
  {
    letter: 'b',
    name: 'Groin nodes',
    text: 'receive the legs and the body below the waist.',
    at: [145.5, 257],
    letterAt: [206, 226],
  },
  {
    letter: 'c',
    name: 'Armpit nodes',
    text: 'receive the arms, the chest and the upper back.',
    at: [156, 133],
    letterAt: [200, 122],
  },
  {
    letter: 'd',
    name: 'Neck nodes',
    text: 'receive the head and face.',
    at: [121.5, 82],
    letterAt: [168, 70],
  },
  {
    letter: 'e',
    name: 'Thoracic duct',
    text: 'is the main channel: it climbs in front of the spine.',
    at: [108, 182],
    letterAt: [18, 152],
  },
  {
    letter: 'f',
    name: 'Left collarbone',
    text: 'is where the duct empties into the veins.',
    at: [126, 102],
    letterAt: [196, 92],
  },
];
