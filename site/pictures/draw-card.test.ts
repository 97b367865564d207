import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Card } from './cards.ts';
import { drawCard } from './draw-card.ts';

const card: Card = {
  name: 'Lymphwise',
  label: 'Benefits',
  title: 'Ödéma & <lymph>: does it “help”?',
  grades: [{ grade: 'limited', count: 3 }],
  motif: 'upper-body',
};
const hashOf = async (drawn: Card): Promise<string> =>
  createHash('sha256')
    .update(await drawCard(drawn))
    .digest('hex');

describe('drawCard', () => {
  test('draws a PNG of the size that services ask for, the same each time', async () => {
    const { format, width, height } = await sharp(await drawCard(card)).metadata();
    expect([format, width, height]).toEqual(['png', 1200, 630]);
    expect(await hashOf({ ...card })).toBe(await hashOf(card));
  });

  test.for([
    { title: 'Another' },
    { label: 'Technique' },
    { grades: [{ grade: 'none' as const, count: 3 }] },
    { motif: 'evidence' as const },
    // Letters of the second face.
    { title: 'Ödéma & <lymph>: does it “hełp”?' },
  ])('shows %o', async (change) => {
    expect(await hashOf({ ...card, ...change })).not.toBe(await hashOf(card));
  });
});
