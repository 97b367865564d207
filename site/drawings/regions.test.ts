import { describe, expect, test } from 'vitest';
import type { Step } from '../cms/sanity.types.ts';
import { MIDLINE } from './curve.ts';
import { REGIONS } from './region-shapes.ts';
import { anchorOf, areaPath, isRegion, signsOf, viewOf, type Region } from './regions.ts';

type StoredRegion = NonNullable<Step['regions']>[number];
// These fail to compile, not to run, when either side gains a region.
const toStored = (region: Region): StoredRegion => region;
const toDrawn = (region: StoredRegion): Region => region;
const ALL = Object.keys(REGIONS).filter(isRegion);

describe('REGIONS', () => {
  test('are those of the content model', () => {
    expect(ALL.map((region) => toDrawn(toStored(region)))).toEqual(ALL);
  });

  test.for(ALL)('%s can be drawn', (region) => {
    expect(areaPath(region, 1)).toMatch(/^M[-\d. CZ]+Z$/u);
  });

  test('leave the front of the throat out of the neck', () => {
    const nearest = Math.min(...REGIONS.neck.half.map(([out]) => out));
    expect(nearest).toBeGreaterThan(4);
  });
});

describe('signsOf', () => {
  test.for([
    { side: 'left', view: 'front', signs: [1] },
    { side: 'right', view: 'front', signs: [-1] },
    { side: 'left', view: 'back', signs: [-1] },
    { side: 'right', view: 'back', signs: [1] },
    { side: 'both', view: 'front', signs: [1, -1] },
    { side: 'centre', view: 'back', signs: [1, -1] },
  ] as const)(
    'the $side of the body, seen from the $view, is at $signs',
    ({ side, view, signs }) => {
      expect(signsOf(side, view)).toEqual(signs);
    },
  );
});

describe('viewOf', () => {
  test.for([
    { regions: ['chest'], asked: 'back', view: 'front' },
    { regions: ['lower-back'], asked: undefined, view: 'back' },
    { regions: ['thigh'], asked: 'back', view: 'back' },
    { regions: ['thigh'], asked: undefined, view: 'front' },
    { regions: [], asked: undefined, view: 'front' },
  ] as const)('$regions, asked for $asked: $view', ({ regions, asked, view }) => {
    expect(viewOf(regions, asked)).toBe(view);
  });
});

describe('anchorOf', () => {
  test('is on the midline for the centre of the body', () => {
    expect(anchorOf('abdomen', -1, 'centre')[0]).toBe(MIDLINE);
    expect(anchorOf('abdomen', -1, 'both')[0]).toBeLessThan(MIDLINE);
  });
});
