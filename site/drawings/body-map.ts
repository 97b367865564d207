import { BODY, bodyPath, detailPath, headPath, type View } from './body.ts';
import { MIDLINE, round, type Point } from './curve.ts';
import { REGIONS } from './region-shapes.ts';
import { anchorOf, areaPath, markOf, signsOf, type Region, type Side } from './regions.ts';
import { strokesOf, type Direction } from './strokes.ts';

/** What one step shows on the body. */
export interface Place {
  readonly regions: readonly Region[];
  readonly side: Side;
  readonly view: View;
  readonly direction: Direction | undefined;
}

/** A drawing to put in an `<svg>`; it leans on the definitions of {@link bodyDefs}. */
export interface Drawing {
  readonly viewBox: string;
  readonly markup: string;
}

const viewGroup = (view: View): string =>
  `<g id="body-${view}" class="line"><use href="#body-outline"/><path class="head" d="${headPath(view)}"/><path class="detail" d="${detailPath(view)}"/></g>`;

/**
 * The body, defined once a page: every figure is then a few hundred bytes.
 *
 * Defines `#body-front`, `#body-back` and the clip path `#body-clip`.
 */
export function bodyDefs(): string {
  return `<defs><path id="body-outline" d="${bodyPath}"/><clipPath id="body-clip"><use href="#body-outline"/></clipPath>${viewGroup('front')}${viewGroup('back')}</defs>`;
}

function areas(places: readonly Place[]): string {
  const paths = new Set(
    places.flatMap(({ regions, side, view }) =>
      regions.flatMap((region) => signsOf(side, view).map((sign) => areaPath(region, sign))),
    ),
  );
  return `<path class="area" clip-path="url(#body-clip)" d="${[...paths].join('')}"/>`;
}

function strokes({ regions, side, view, direction }: Place): string {
  if (!direction) return '';
  return regions
    .flatMap((region) => strokesOf(region, side, view, direction))
    .map(({ path, head, from }) =>
      path === ''
        ? `<circle class="rest" cx="${round(from[0])}" cy="${round(from[1])}" r="5"/><circle class="rest" cx="${round(from[0])}" cy="${round(from[1])}" r="9.5"/>`
        : `<path class="halo" d="${path}${head}"/><path class="stroke" pathLength="1" d="${path}"/><path class="tip" d="${head}"/>`,
    )
    .join('');
}

function pointsOf({ regions, side, view }: Place): readonly Point[] {
  return regions.flatMap((region) =>
    signsOf(side, view).flatMap((sign) =>
      REGIONS[region].half.map(([out, y]): Point => [MIDLINE + sign * out, y]),
    ),
  );
}

/** The part of the picture worth showing, as a square that keeps its neighbours in sight. */
function crop(place: Place): string {
  const points = pointsOf(place);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ];
  const size = Math.min(Math.max(right - left, bottom - top, 84) + 62, BODY.width + 10);
  const fit = (middle: number, low: number, high: number): number =>
    Math.min(Math.max(middle - size / 2, low), high - size);
  const x = fit((left + right) / 2, -5, BODY.width + 5);
  const y = fit((top + bottom) / 2, 2, BODY.height - 4);
  return [x, y, size, size].map(round).join(' ');
}

const LETTERS = 'abcdefghijklmno';

function mark([x, y]: Point, words: string): string {
  const width = Math.max(13, 5.2 * words.length + 7);
  return `<g class="mark"><rect x="${round(x - width / 2)}" y="${round(y - 6.5)}" width="${round(width)}" height="13" rx="6.5"/><text x="${round(x)}" y="${round(y + 3.1)}">${words}</text></g>`;
}

/** The order of several regions in one step, as letters. */
function order({ regions, side, view }: Place): string {
  if (regions.length < 2) return '';
  const [sign = 1] = signsOf(side, view);
  return regions
    .map((region, index) => {
      const [x, y] = anchorOf(region, sign, side);
      const { reach } = REGIONS[region];
      return mark([x + sign * 14, y + Math.min(reach / 2, 12)], LETTERS[index] ?? '');
    })
    .join('');
}

/** One step: its regions, and how the hands move over them. */
export function stepDrawing(place: Place): Drawing {
  return {
    viewBox: crop(place),
    markup: `${areas([place])}<use href="#body-${place.view}"/>${strokes(place)}${order(place)}`,
  };
}

/** The whole body with every place of a technique, small. */
export function placesDrawing(places: readonly Place[], view: View): Drawing {
  const shown = places.filter((place) => place.view === view);
  return {
    viewBox: `8 6 ${BODY.width - 16} ${BODY.height - 10}`,
    markup: `${shown.length > 0 ? areas(shown) : ''}<use href="#body-${view}"/>`,
  };
}

interface Marker {
  readonly at: Point;
  readonly numbers: number[];
}

function markersOf(steps: readonly { number: number; place: Place }[]): readonly Marker[] {
  const markers = new Map<string, Marker>();
  for (const { number, place } of steps) {
    for (const region of place.regions) {
      const [sign = 1] = signsOf(place.side, place.view);
      const at = markOf(region, sign, place.side);
      const key = at.join();
      const marker = markers.get(key) ?? { at, numbers: [] };
      marker.numbers.push(number);
      markers.set(key, marker);
    }
  }
  return [...markers.values()];
}

/** The whole body with the number of each step where it happens. */
export function overviewDrawing(
  steps: readonly { readonly number: number; readonly place: Place }[],
  view: View,
): Drawing {
  const shown = steps.filter(({ place }) => place.view === view);
  const base = placesDrawing(
    shown.map(({ place }) => place),
    view,
  );
  // Legs that no step touches are left out, so that the rest is larger.
  const lowest = Math.max(...shown.flatMap(({ place }) => pointsOf(place).map(([, y]) => y)));
  const height = lowest < 330 ? 344 : BODY.height - 10;
  const marks = markersOf(shown).map(({ at, numbers }) => mark(at, numbers.join(' · ')));
  return { viewBox: `8 6 ${BODY.width - 16} ${height}`, markup: base.markup + marks.join('') };
}

const SIDES: Readonly<Record<Side, string>> = {
  left: 'left ',
  right: 'right ',
  both: '',
  centre: '',
};

const MOVES: Readonly<Record<Direction, string>> = {
  up: 'up',
  down: 'down',
  inward: 'inward',
  outward: 'outward',
  'up-and-out': 'up and out',
  'down-and-in': 'down and in',
  across: 'across',
  circles: 'in circles',
  still: 'hand at rest',
};

/** A place in a few words: "left upper arm, up and out"; several regions in their order, with their letters. */
export function placeWords({ regions, side, direction }: Place): string {
  const names = regions.map((region, index) => {
    const letter = regions.length > 1 ? ` (${LETTERS[index] ?? ''})` : '';
    return `${SIDES[side]}${REGIONS[region].label}${letter}`;
  });
  const list = names.join(', then ');
  return direction ? `${list}, ${MOVES[direction]}` : list;
}
