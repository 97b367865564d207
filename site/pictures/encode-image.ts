import sharp from 'sharp';
import type { ImageFile } from '../cms/images.ts';

/** More pixels than any photograph; fewer than would fill the memory. */
const MAX_PIXELS = 120_000_000;
const PAPER = '#f7f4ec';

/**
 * Makes one file of a picture: upright, cut to its part, without what the camera noted.
 *
 * Measured on the drawings at 960 pixels: AVIF is about 40 % smaller than WebP and closer to the
 * original, since it keeps colour in full in thin lines. Effort 2 takes 0.15 s, a sixth of the
 * usual effort 4, and adds 5 to 10 % to the size.
 *
 * @throws Error when the original is no picture
 */
export async function encodeImage(original: Uint8Array, file: ImageFile): Promise<Uint8Array> {
  const { rect, width, height, format } = file;
  const image = sharp(original, { limitInputPixels: MAX_PIXELS })
    .autoOrient()
    .extract({ ...rect })
    .resize({ width, height, fit: 'fill' });
  switch (format) {
    case 'avif':
      return image.avif({ quality: 60, effort: 2, chromaSubsampling: '4:4:4' }).toBuffer();
    case 'webp':
      return image.webp({ quality: 80, smartSubsample: true }).toBuffer();
    case 'jpeg':
      return image
        .flatten({ background: PAPER })
        .jpeg({ quality: 85, chromaSubsampling: '4:4:4', mozjpeg: true })
        .toBuffer();
  }
}
