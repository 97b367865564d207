import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { FitEnum } from 'sharp';
import { plainFailure } from '../failure.ts';
import { MAX_PIXELS } from './inspect.ts';

/** A picture in another size or format, as asked for in an address. */
export interface Wish {
  width: number | undefined;
  height: number | undefined;
  fit: string;
  /** Part of the original to use: left, top, width, height. */
  rect: readonly [number, number, number, number] | undefined;
  quality: number;
  format: 'jpeg' | 'png' | 'webp' | 'avif' | undefined;
}

const MAX_SIDE = 4000;
const FORMATS: Readonly<Record<string, Wish['format']>> = {
  jpg: 'jpeg',
  pjpg: 'jpeg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
};

/** Reads the wish from an address; undefined when it asks for the original. Wrong values are ignored. */
export function parseWish(search: URLSearchParams, accept: string): Wish | undefined {
  const density = Math.min(3, Math.max(1, Number(search.get('dpr')) || 1));
  const side = (name: string): number | undefined => {
    const value = Math.round(Number(search.get(name)) * density);
    return value >= 1 ? Math.min(value, MAX_SIDE) : undefined;
  };
  const rect = (search.get('rect') ?? '').split(',').map(Number);
  const [left = 0, top = 0, width = 0, height = 0] = rect;
  const whole = rect.length === 4 && rect.every((value) => Number.isInteger(value) && value >= 0);
  const quality = Math.round(Number(search.get('q')));
  const named = FORMATS[search.get('fm') ?? ''];
  const automatic = search.get('auto') === 'format' && accept.includes('image/webp');
  const wish: Wish = {
    width: side('w') ?? side('max-w'),
    height: side('h') ?? side('max-h'),
    fit: search.get('fit') ?? 'clip',
    rect: whole && width > 0 && height > 0 ? [left, top, width, height] : undefined,
    quality: quality >= 1 && quality <= 100 ? quality : 75,
    format: named ?? (automatic ? 'webp' : undefined),
  };
  const asked = wish.width ?? wish.height ?? wish.rect ?? wish.format;
  return asked === undefined && !search.has('q') ? undefined : wish;
}

/** How Sanity's names for fitting read in sharp: which box, and whether to enlarge. */
const FITS: Readonly<Record<string, { fit: keyof FitEnum; withoutEnlargement: boolean }>> = {
  clip: { fit: 'inside', withoutEnlargement: false },
  max: { fit: 'inside', withoutEnlargement: true },
  crop: { fit: 'cover', withoutEnlargement: false },
  min: { fit: 'cover', withoutEnlargement: true },
  fill: { fit: 'contain', withoutEnlargement: false },
  fillmax: { fit: 'contain', withoutEnlargement: true },
  scale: { fit: 'fill', withoutEnlargement: false },
};

export interface Picture {
  bytes: Buffer;
  mimeType: string;
}

/** Makes pictures and keeps them on disk, the ones unused longest going first. */
export interface Pictures {
  /** `extension` is the original's. Throws a 400 for a rect outside of it, a 503 when too busy. */
  make(name: string, extension: string, load: () => Promise<Buffer>, wish: Wish): Promise<Picture>;
}

const MAX_WAITING = 200;

export function createPictures(cacheDir: string, limits: { bytes: number }): Pictures {
  const underway = new Map<string, Promise<Picture>>();
  let last: Promise<unknown> = Promise.resolve();

  const make = async (
    path: string,
    load: () => Promise<Buffer>,
    wish: Wish,
    format: keyof typeof MIME,
  ) => {
    const mimeType = MIME[format];
    try {
      const bytes = await readFile(path);
      await utimes(path, new Date(), new Date());
      return { bytes, mimeType };
    } catch {
      // One at a time: sharp uses all processors for each, and they are shared with queries.
      const before = last;
      const work = (async () => {
        await before;
        const bytes = await render(await load(), wish, format);
        await keep(cacheDir, path, bytes, limits.bytes);
        return { bytes, mimeType };
      })();
      last = work.catch(() => undefined);
      return work;
    }
  };

  return {
    async make(name, extension, load, wish) {
      const format = wish.format ?? (extension === 'jpg' ? 'jpeg' : toFormat(extension));
      const key = createHash('sha256')
        .update(JSON.stringify([name, wish, format]))
        .digest('hex');
      const known = underway.get(key);
      if (known !== undefined) return known;
      if (underway.size >= MAX_WAITING)
        throw plainFailure(503, 'Too many pictures are being made.');
      const path = join(cacheDir, `${key}.${format}`);
      const picture = make(path, load, wish, format).finally(() => underway.delete(key));
      underway.set(key, picture);
      return picture;
    },
  };
}

const MIME = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
} as const;

function toFormat(extension: string): 'png' | 'webp' | 'avif' {
  return extension === 'webp' || extension === 'avif' ? extension : 'png';
}

async function render(original: Buffer, wish: Wish, format: keyof typeof MIME): Promise<Buffer> {
  const { width, height, rect, quality } = wish;
  try {
    let image = sharp(original, { limitInputPixels: MAX_PIXELS }).autoOrient();
    if (rect !== undefined) {
      const [left, top, wide, high] = rect;
      image = image.extract({ left, top, width: wide, height: high });
    }
    if (width !== undefined || height !== undefined) {
      image = image.resize({ width, height, ...(FITS[wish.fit] ?? FITS['clip']) });
    }
    return await image.toFormat(format, { quality }).toBuffer();
  } catch {
    throw plainFailure(
      400,
      'The picture cannot be made: the rect lies outside of it, or it is damaged.',
    );
  }
}

async function keep(dir: string, path: string, bytes: Buffer, limit: number): Promise<void> {
  await mkdir(dir, { recursive: true });
  const temporary = `${path}.${randomUUID()}.part`;
  await writeFile(temporary, bytes);
  await rename(temporary, path);
  const names = await readdir(dir);
  const files = await Promise.all(
    names.map(async (name) => ({ name, ...(await statOf(join(dir, name))) })),
  );
  let total = files.reduce((sum, { size }) => sum + size, 0);
  for (const file of files.toSorted((a, b) => a.used - b.used)) {
    if (total <= limit) break;
    await rm(join(dir, file.name), { force: true });
    total -= file.size;
  }
}

async function statOf(path: string): Promise<{ size: number; used: number }> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { size, used: mtimeMs };
  } catch {
    return { size: 0, used: 0 };
  }
}
