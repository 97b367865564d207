import type { Sharp } from 'sharp';

/** The swatch of the colour that most of an image has, as Sanity's `palette.dominant` is shaped. */
export interface Swatch {
  _type: 'sanity.imagePaletteSwatch';
  /** The colour, `#rrggbb`. */
  background: string;
  /** Black or white, whichever reads on it. */
  foreground: string;
  title: string;
  /** Its share of the image, in percent. */
  population: number;
}

/** Shades that differ in less than this, of 256, count as one colour. */
const STEP = 16;

interface Shade {
  count: number;
  readonly sum: [number, number, number];
}

/** Finds the colour that most of an image has: the mean of its commonest shades. */
export async function dominantColour(image: Sharp): Promise<Swatch> {
  const { data, info } = await image
    .resize({ width: 96, height: 96, fit: 'inside', kernel: 'nearest' })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const shades = new Map<number, Shade>();
  let most: Shade = { count: 0, sum: [0, 0, 0] };
  const all = info.width * info.height;
  for (let pixel = 0; pixel < all; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(pixel * info.channels);
    const key = [red, green, blue].reduce((sum, part) => sum * STEP + Math.floor(part / STEP), 0);
    const shade = shades.get(key) ?? { count: 0, sum: [0, 0, 0] };
    shades.set(key, shade);
    shade.count += 1;
    shade.sum[0] += red;
    shade.sum[1] += green;
    shade.sum[2] += blue;
    if (shade.count > most.count) most = shade;
  }
  const colour = most.sum.map((part) => Math.round(part / Math.max(1, most.count)));
  const [red = 0, green = 0, blue = 0] = colour;
  const foreground = red * 0.299 + green * 0.587 + blue * 0.114 > 140 ? '#000' : '#fff';
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`,
    foreground,
    title: foreground,
    population: Math.round((most.count / all) * 10_000) / 100,
  };
}
