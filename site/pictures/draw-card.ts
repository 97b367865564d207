import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import { cardSvg, cardWordsTree } from './card-drawing.ts';
import type { Card } from './cards.ts';
import { CARD_SIZE } from './picture-files.ts';

// satori reads woff, not the woff2 of the pages; a second family has the letters that the first lacks.
const FACES = [
  {
    name: 'Literata',
    weight: 500,
    url: import.meta.resolve('@fontsource/literata/files/literata-latin-500-normal.woff'),
  },
  {
    name: 'Literata',
    weight: 600,
    url: import.meta.resolve('@fontsource/literata/files/literata-latin-600-normal.woff'),
  },
  {
    name: 'Literata Extended',
    weight: 500,
    url: import.meta.resolve('@fontsource/literata/files/literata-latin-ext-500-normal.woff'),
  },
  {
    name: 'Literata Extended',
    weight: 600,
    url: import.meta.resolve('@fontsource/literata/files/literata-latin-ext-600-normal.woff'),
  },
] as const;

let fonts: readonly Font[] | undefined;

const loadFonts = (): readonly Font[] =>
  FACES.map(({ name, weight, url }) => ({
    name,
    weight,
    style: 'normal',
    data: readFileSync(new URL(url)),
  }));

/** Draws a card as PNG: the same bytes for the same card. Takes about 40 ms of one processor. */
export async function drawCard(card: Card): Promise<Uint8Array> {
  fonts ??= loadFonts();
  const words = await satori(cardWordsTree(card), { ...CARD_SIZE, fonts: [...fonts] });
  const picture = new Resvg(cardSvg(card, words), { font: { loadSystemFonts: false } }).render();
  // A drawing in few colours: a palette makes it a third of the size, and no pixel looks different.
  return sharp(picture.pixels, { raw: { ...CARD_SIZE, channels: 4 } })
    .removeAlpha()
    .png({ palette: true, colours: 32, dither: 0, effort: 1 })
    .toBuffer();
}
