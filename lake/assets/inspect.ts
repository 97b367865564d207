import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { plainFailure } from '../failure.ts';
import { dominantColour } from './palette.ts';

/** What an upload is, told by its bytes; a client's word counts only for harmless kinds of text. */
export interface FileKind {
  extension: string;
  mimeType: string;
}

/** What an image is, for its document. */
export interface ImageKind extends FileKind {
  width: number;
  height: number;
  metadata: Record<string, unknown>;
}

/** More pixels than any photograph; fewer than would fill the memory. */
export const MAX_PIXELS = 120_000_000;

const FORMATS: Readonly<Record<string, FileKind>> = {
  jpeg: { extension: 'jpg', mimeType: 'image/jpeg' },
  png: { extension: 'png', mimeType: 'image/png' },
  webp: { extension: 'webp', mimeType: 'image/webp' },
  gif: { extension: 'gif', mimeType: 'image/gif' },
  avif: { extension: 'avif', mimeType: 'image/avif' },
  heif: { extension: 'avif', mimeType: 'image/avif' },
  tiff: { extension: 'tif', mimeType: 'image/tiff' },
  svg: { extension: 'svg', mimeType: 'image/svg+xml' },
};

/** Texts that no browser runs, by extension: their bytes say nothing about what they are. */
const TEXTS: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  md: 'text/markdown',
  srt: 'text/plain',
  txt: 'text/plain',
  vtt: 'text/vtt',
};

/** Measures an image. Throws a 400 when the bytes are no image that can be shown. */
export async function inspectImage(bytes: Buffer): Promise<ImageKind> {
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS });
    const { format, autoOrient, hasAlpha } = await image.metadata();
    const { width, height } = autoOrient;
    const kind = FORMATS[format];
    if (kind === undefined || width < 1 || height < 1) throw new Error('not supported');
    const { isOpaque } = await image.stats();
    const preview = await sharp(bytes, { limitInputPixels: MAX_PIXELS })
      .autoOrient()
      .resize({ width: 20 })
      .webp({ quality: 40 })
      .toBuffer();
    const dominant = await dominantColour(sharp(bytes, { limitInputPixels: MAX_PIXELS }));
    return {
      ...kind,
      width,
      height,
      metadata: {
        _type: 'sanity.imageMetadata',
        dimensions: {
          _type: 'sanity.imageDimensions',
          width,
          height,
          aspectRatio: width / height,
        },
        hasAlpha,
        isOpaque,
        palette: { _type: 'sanity.imagePalette', dominant },
        lqip: `data:image/webp;base64,${preview.toString('base64')}`,
      },
    };
  } catch {
    throw plainFailure(
      400,
      'The file is no image this lake can show. Use JPEG, PNG, WebP, AVIF, GIF, TIFF or SVG.',
    );
  }
}

/** Tells what a file is. What cannot be told is a stream of bytes. */
export async function inspectFile(bytes: Buffer, filename: string): Promise<FileKind> {
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined)
    return { extension: found.ext.replace(/^.*\./, ''), mimeType: found.mime };
  const given = extname(filename).slice(1).toLowerCase();
  const extension = /^[a-z0-9]{1,12}$/.test(given) ? given : 'bin';
  return { extension, mimeType: TEXTS[extension] ?? 'application/octet-stream' };
}
