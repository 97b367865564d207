import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { ImageFile } from '../cms/images.ts';
import { encodeImage } from './encode-image.ts';

/** The left half red, the right half blue. */
const halves = sharp({ create: { width: 80, height: 40, channels: 3, background: '#f00' } })
  .composite([
    {
      input: { create: { width: 40, height: 40, channels: 3, background: '#00f' } },
      left: 40,
      top: 0,
    },
  ])
  .png();

const file: ImageFile = {
  kind: 'image',
  asset: 'image-a',
  path: '/images/a-20.webp',
  original: 'a.png',
  rect: { left: 40, top: 0, width: 40, height: 40 },
  width: 20,
  height: 20,
  format: 'webp',
};

describe('encodeImage', () => {
  test.for([
    { format: 'avif' as const, written: 'heif' },
    { format: 'webp' as const, written: 'webp' },
    { format: 'jpeg' as const, written: 'jpeg' },
  ])('shows the part that was kept, as $format', async ({ format, written }) => {
    const bytes = await encodeImage(await halves.toBuffer(), { ...file, format });
    const made = sharp(bytes);
    expect(await made.metadata()).toMatchObject({ format: written, width: 20, height: 20 });
    const [red, , blue] = (await made.stats()).channels;
    expect(red?.mean).toBeLessThan(20);
    expect(blue?.mean).toBeGreaterThan(230);
  });

  test('turns a picture upright, and tells nothing of the camera', async () => {
    const turned = await sharp(await halves.toBuffer())
      .jpeg()
      .withExif({ IFD0: { Copyright: 'Ann Example' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    // Upright it is 40 wide and 80 high: red above blue.
    const rect = { left: 0, top: 0, width: 40, height: 40 };
    const made = sharp(await encodeImage(turned, { ...file, rect }));
    const { exif, orientation } = await made.metadata();
    expect([exif, orientation]).toEqual([undefined, undefined]);
    expect((await made.stats()).channels[0]?.mean).toBeGreaterThan(230);
  });

  test('refuses what is no picture', async () => {
    await expect(encodeImage(new TextEncoder().encode('no picture'), file)).rejects.toThrow(
      /unsupported image format/,
    );
  });
});
