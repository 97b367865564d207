import { describe, expect, test } from 'vitest';
import { bodyDefs, overviewDrawing, placeWords, stepDrawing, type Place } from './body-map.ts';

const arm: Place = { regions: ['upper-arm'], side: 'left', view: 'front', direction: 'up-and-out' };

const parse = (viewBox: string): readonly number[] => viewBox.split(' ').map(Number);

const heightOf = (place: Place): number =>
  parse(overviewDrawing([{ number: 1, place }], 'front').viewBox)[3] ?? 0;

describe('bodyDefs', () => {
  test('defines all that figures lean on', () => {
    for (const id of ['body-front', 'body-back', 'body-clip', 'body-outline']) {
      expect(bodyDefs()).toContain(`id="${id}"`);
    }
  });
});

describe('stepDrawing', () => {
  test('is a square inside the picture', () => {
    const [x = 0, y = 0, width, height] = parse(stepDrawing(arm).viewBox);
    expect(width).toBe(height);
    expect(x).toBeGreaterThanOrEqual(-5);
    expect(y).toBeGreaterThanOrEqual(0);
  });

  test('stays small: the body is not drawn again', () => {
    expect(stepDrawing(arm).markup.length).toBeLessThan(900);
  });

  test('gives letters to several regions only', () => {
    expect(stepDrawing(arm).markup).not.toContain('<text');
    expect(stepDrawing({ ...arm, regions: ['forearm', 'hand'] }).markup).toContain('>b</text>');
  });
});

describe('overviewDrawing', () => {
  test('joins the numbers of steps at one place', () => {
    const { markup } = overviewDrawing(
      [
        { number: 3, place: arm },
        { number: 7, place: arm },
      ],
      'front',
    );
    expect(markup).toContain('>3 · 7</text>');
  });

  test('leaves out legs that no step touches', () => {
    expect(heightOf(arm)).toBeLessThan(heightOf({ ...arm, regions: ['lower-leg'] }));
  });
});

describe('placeWords', () => {
  test.for([
    { place: arm, words: 'left upper arm, up and out' },
    {
      place: { ...arm, side: 'centre', regions: ['abdomen'], direction: 'still' },
      words: 'belly, hand at rest',
    },
    { place: { ...arm, side: 'both', regions: ['neck'], direction: undefined }, words: 'neck' },
    {
      place: { ...arm, regions: ['forearm', 'hand'] },
      words: 'left forearm (a), then left hand (b), up and out',
    },
  ] as const)('$words', ({ place, words }) => {
    expect(placeWords(place)).toBe(words);
  });
});
