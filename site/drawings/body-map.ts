import { BODY, bodyPath, detailPath, headPath, type View } from './body.ts';
import { MIDLINE, round, type Point } from './curve.ts';
import { anchorOf, areaPath, REGIONS, signsOf, type Region, type Side } from './regions.ts';
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

const LINE = 'vector-effect="non-scaling-stroke"';

/**
 * The body, defined once a page: every figure is then a few hundred bytes.
 *
 * Defines `#body-front`, `#body-back` and the clip path `#body-clip`.
 */
export function bodyDefs(): string {
  const view = (name: View): string =>
    `<g id="body-${name}" class="line"><path ${LINE} d="${bodyPath}"/><path ${LINE} class="head" d="${headPath(name)}"/><path ${LINE} class="detail" d="${detailPath(name)}"/></g>`;
  return `<defs><clipPath id="body-clip"><path d="${bodyPath}"/></clipPath>${view('front')}${view('back')}</defs>`;
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
        ? `<circle ${LINE} class="rest" cx="${round(from[0])}" cy="${round(from[1])}" r="5"/><circle ${LINE} class="rest" cx="${round(from[0])}" cy="${round(from[1])}" r="9.5"/>`
        : `<path ${LINE} class="halo" d="${path}${head}"/><path ${LINE} class="stroke" pathLength="1" d="${path}"/><path ${LINE} class="tip" d="${head}"/>`,
    )
    .join('');
}

/** The part of the picture worth showing, as a square that keeps its neighbours in sight. */
function crop({ regions, side, view }: Place): string {
  const points = regions.flatMap((region) =>
    signsOf(side, view).flatMap((sign) => REGIONS[region].half.map(([out, y]) => [MIDLINE + sign * out, y] as const)),
  );
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const size = Math.min(Math.max(right - left, bottom - top, 84) + 62, BODY.width + 10);
  const fit = (middle: number, low: number, high: number): number =>
    Math.min(Math.max(middle - size / 2, low), high - size);
  const x = fit((left + right) / 2, -5, BODY.width + 5);
  const y = fit((top + bottom) / 2, 2, BODY.height - 4);
  return [x, y, size, size].map(round).join(' ');
}

/** One step: its regions, and how the hands move over them. */
export function stepDrawing(place: Place): Drawing {
  return {
    viewBox: crop(place),
    markup: `${areas([place])}<use href="#body-${place.view}"/>${strokes(place)}`,
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
      const at = anchorOf(region, sign, place.side);
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
  const base = placesDrawing(shown.map(({ place }) => place), view);
  const marks = markersOf(shown).map(({ at: [x, y], numbers }) => {
    const words = numbers.join(' · ');
    const width = Math.max(13, 5.2 * words.length + 7);
    return `<g class="mark"><rect ${LINE} x="${round(x - width / 2)}" y="${round(y - 6.5)}" width="${round(width)}" height="13" rx="6.5"/><text x="${round(x)}" y="${round(y + 3.1)}">${words}</text></g>`;
  });
  return { viewBox: base.viewBox, markup: base.markup + marks.join('') };
}

const SIDES: Readonly<Record<Side, string>> = { left: 'left ', right: 'right ', both: '', centre: '' };

const MOVES: Readonly<Record<Direction, string>> = {
  up: 'up', down: 'down', inward: 'inward', outward: 'outward', 'up-and-out': 'up and out',
  'down-and-in': 'down and in', across: 'across', circles: 'in circles', still: 'hand at rest',
};

/** A place in a few words: "left upper arm, up and out". */
export function placeWords({ regions, side, direction }: Place): string {
  const parts = regions.map((region) => `${SIDES[side]}${REGIONS[region].label}`);
  const list = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}` : parts.join('');
  return direction ? `${list}, ${MOVES[direction]}` : list;
}
