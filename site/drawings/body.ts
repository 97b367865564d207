import { curve, placeAll, type Knot } from './curve.ts';

/** Which side of the body faces the reader. */
export type View = 'front' | 'back';

/** The size of the drawn body, in view box units. */
export const BODY = { width: 220, height: 520 } as const;

// Half a body, from the neck round the arm and the leg to the crotch; x is the distance from the midline.
const HALF: readonly Knot[] = [
  [13, 66, 'corner'],
  [12.6, 80],
  [15, 92],
  [26, 99],
  [42, 103.5],
  [53, 110],
  [60, 122],
  [63, 140],
  [65.5, 162],
  [68.5, 184],
  [73, 204],
  [78.5, 228],
  [83.5, 250],
  [87, 263],
  [92, 273],
  [95, 284],
  [95.8, 296],
  [94, 307],
  [90.5, 314.5],
  [87, 316],
  [84.6, 310],
  [83.4, 300],
  [82, 289, 'corner'],
  [80.6, 295],
  [77.6, 299.5],
  [74.8, 297],
  [75, 287],
  [76.6, 275],
  [76.6, 262],
  [72, 246],
  [65, 226],
  [59, 206],
  [55.5, 188],
  [52, 168],
  [48, 150],
  [44.5, 136, 'corner'],
  [43.4, 152],
  [40.5, 172],
  [38, 190],
  [37.6, 206],
  [40.5, 224],
  [45, 242],
  [48, 262],
  [49.5, 284],
  [48, 312],
  [44, 340],
  [39.5, 364],
  [38.2, 380],
  [39.4, 398],
  [39.8, 416],
  [37.2, 440],
  [33, 462],
  [31, 476],
  [33.4, 486],
  [39, 496],
  [39, 503],
  [31, 505.5],
  [22, 503.5],
  [17.6, 496],
  [17.4, 483],
  [18, 470],
  [16.4, 450],
  [13.4, 428],
  [12.4, 408],
  [13.4, 391],
  [13.4, 376],
  [11.4, 358],
  [8, 326],
  [4.6, 296],
  [0, 270, 'corner'],
];

const HEAD: Readonly<Record<View, readonly Knot[]>> = {
  front: [
    [0, 12],
    [13, 15.5],
    [20.8, 27],
    [22, 43],
    [19.8, 58],
    [13.8, 71],
    [6.4, 77.6],
    [0, 79],
  ],
  back: [
    [0, 12],
    [13, 15.5],
    [20.8, 27],
    [22, 43],
    [19.8, 56],
    [14.6, 65.5],
    [7, 69.6],
    [0, 70.4],
  ],
};

const mirrored = (half: readonly Knot[]): readonly Knot[] => [
  ...placeAll(half, 1),
  ...placeAll(half, -1).toReversed().slice(1),
];

/** The outline of the body without its head, open at the neck. */
export const bodyPath: string = curve(mirrored(HALF));

/** The outline of the head, which is drawn over the neck. */
export const headPath = (view: View): string => curve(mirrored(HEAD[view]).slice(0, -1), true);

// Lines that tell front from back; drawn on both sides of the midline.
const EAR: readonly Knot[] = [
  [21.6, 38],
  [25, 38.5],
  [24.4, 47],
  [20.6, 51],
];
const FINGERS: readonly (readonly Knot[])[] = [
  [
    [91.6, 298],
    [91.4, 311],
  ],
  [
    [87.8, 298],
    [87.6, 313],
  ],
];

const DETAILS: Readonly<Record<View, readonly (readonly Knot[])[]>> = {
  front: [
    EAR,
    ...FINGERS,
    [
      [5, 110],
      [16, 107.4],
      [30, 109],
      [43, 106.5],
    ],
    [
      [15, 156.5],
      [25, 156.5],
      [34, 151.5],
      [39, 143],
    ],
    [
      [11, 273],
      [26, 261],
      [40.5, 245],
    ],
    [
      [19, 372],
      [22, 366.5],
      [29, 366],
      [33, 371],
    ],
    [
      [20, 388],
      [26, 391],
      [32, 388],
    ],
    [
      [25.5, 505],
      [26, 499],
    ],
    [
      [30.5, 505.3],
      [30.5, 499],
    ],
  ],
  back: [
    EAR,
    ...FINGERS,
    [
      [16, 122],
      [24, 140],
      [20, 157],
      [31, 150],
      [38, 137],
    ],
    [
      [8, 283],
      [18, 286.5],
      [31, 284],
      [39, 277],
    ],
    [
      [17, 381],
      [25.5, 384],
      [34, 381],
    ],
    [
      [62, 196],
      [66, 199],
      [70, 196.5],
    ],
    [
      [22.5, 488],
      [23, 500],
    ],
    [
      [28.8, 488],
      [30, 500],
    ],
  ],
};

const MIDDLE: Readonly<Record<View, readonly (readonly Knot[])[]>> = {
  front: [
    [
      [110, 210],
      [110, 214.5],
    ],
  ],
  back: [
    [
      [110, 92],
      [110, 150],
      [110, 226],
    ],
    [
      [110, 247],
      [110, 268],
    ],
  ],
};

/** The inner lines of one view: collarbones, knees, shoulder blades, spine and the like. */
export function detailPath(view: View): string {
  const sided = DETAILS[view].flatMap((line) => [placeAll(line, 1), placeAll(line, -1)]);
  return [...sided, ...MIDDLE[view]].map((line) => curve(line)).join('');
}
