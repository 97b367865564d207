import { describe, expect, test } from 'vitest';
import { keptRect, rectAround } from './crop.ts';

const whole = { width: 1000, height: 500 };

describe('keptRect', () => {
  test('is the whole picture where nothing is cut', () => {
    expect(keptRect(whole, undefined)).toEqual({ left: 0, top: 0, width: 1000, height: 500 });
  });

  test('cuts shares off each side', () => {
    expect(keptRect(whole, { left: 0.1, top: 0.2, right: 0.3, bottom: 0.1 })).toEqual({
      left: 100,
      top: 100,
      width: 600,
      height: 350,
    });
  });

  test.for([
    { left: 0.9, top: 0, right: 0.9, bottom: 0 },
    { left: 1, top: 1, right: 1, bottom: 1 },
    { left: -1, top: 0, right: 2, bottom: -3 },
  ])('keeps a part that lies inside, whatever is cut: %o', (cut) => {
    const rect = keptRect(whole, cut);
    expect(rect.width).toBeGreaterThan(0);
    expect(rect.height).toBeGreaterThan(0);
    expect(rect.left).toBeGreaterThanOrEqual(0);
    expect(rect.left + rect.width).toBeLessThanOrEqual(whole.width);
    expect(rect.top + rect.height).toBeLessThanOrEqual(whole.height);
  });
});

describe('rectAround', () => {
  const kept = { left: 0, top: 0, ...whole };

  test('takes the middle without a focus', () => {
    expect(rectAround(whole, kept, 1, undefined)).toEqual({
      left: 250,
      top: 0,
      width: 500,
      height: 500,
    });
  });

  test.for([
    { x: 0.3, left: 50 },
    { x: 0, left: 0 },
    { x: 1, left: 500 },
  ])('goes as near to a focus at $x as it fits', ({ x, left }) => {
    expect(rectAround(whole, kept, 1, { x, y: 0.5 })).toMatchObject({ left, width: 500 });
  });

  test('stays within what an editor kept', () => {
    const part = { left: 600, top: 100, width: 400, height: 300 };
    expect(rectAround(whole, part, 2, { x: 0, y: 0 })).toEqual({
      left: 600,
      top: 100,
      width: 400,
      height: 200,
    });
  });
});
