import { createHash } from 'node:crypto';
import { keptRect, rectAround, type Cut, type Focus, type Rect } from '../pictures/crop.ts';
import type { Catalogue, Doc } from './catalogue.ts';
import { catalogue } from './current-catalogue.ts';
import { isPage } from './document.ts';
import type { SanityImageAsset } from './sanity.types.ts';

/**
 * Widths in pixels that pictures are offered in, never wider than the original: once and twice the
 * column of a phone, the column of a desk, the widest figure, and that twice.
 */
const WIDTHS = [400, 720, 1080, 1440, 1920];
/** The few browsers without AVIF choose between two. */
const FALLBACK_WIDTHS = [720, 1440];
/** Where a link to a page is shared, pictures have this size. */
const SHARED = { width: 1200, height: 630 } as const;
/** Part of every name: raise it when pictures/encode-image.ts makes other bytes. */
const RECIPE = 1;

/** A picture as documents hold it. */
export interface Figure {
  readonly asset?: { readonly _ref: string };
  readonly crop?: Cut;
  readonly hotspot?: Focus;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** A picture as a page shows it: addresses of the site's own files, sizes in pixels. */
export interface Picture {
  /** The picture for browsers that know no AVIF: WebP. */
  readonly src: string;
  readonly srcset: string;
  /** The same in AVIF. */
  readonly avif: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
  /** The picture's own ground, `#rrggbb`, to show until it has come; undefined where the store knows none. */
  readonly ground: string | undefined;
}

/** One file of the site, made from one picture of the store. */
export interface ImageFile {
  readonly kind: 'image';
  /** The id of the picture's document. */
  readonly asset: string;
  readonly path: string;
  /** Where the store keeps the original, without its host. */
  readonly original: string;
  /** The part of the original to show. */
  readonly rect: Rect;
  readonly width: number;
  readonly height: number;
  readonly format: 'avif' | 'webp' | 'jpeg';
}

/** What a page needs to show a figure; undefined where its picture is missing. */
export function imageOf(
  figure: Figure | undefined,
  from: Catalogue = catalogue(),
): Picture | undefined {
  const files = shownFiles(figure, from);
  const largest = files.findLast(({ format }) => format === 'webp');
  const asset = from.find('sanity.imageAsset', figure?.asset);
  if (figure === undefined || largest === undefined || asset === undefined) return undefined;
  return {
    src: largest.path,
    srcset: srcset(files, 'webp'),
    avif: srcset(files, 'avif'),
    width: largest.rect.width,
    height: largest.rect.height,
    alt: figure.alt ?? '',
    caption: figure.caption,
    credit: figure.credit,
    ground: groundOf(asset),
  };
}

/** The files that show a figure on a page, narrowest first; none where its picture is missing. */
function shownFiles(figure: Figure | undefined, from: Catalogue): readonly ImageFile[] {
  const found = originalOf(figure, from);
  if (found === undefined) return [];
  const { asset, rect } = found;
  const file = (format: 'avif' | 'webp') => (width: number) =>
    toFile(asset, rect, { width, height: heightFor(rect, width) }, format);
  return [
    ...widthsFor(WIDTHS, rect).map(file('avif')),
    ...widthsFor(FALLBACK_WIDTHS, rect).map(file('webp')),
  ];
}

/** The file that stands for a page where a link to it is shared: JPEG, which every service takes. */
export function sharedImageOf(figure: Figure | undefined, from: Catalogue): ImageFile | undefined {
  const found = originalOf(figure, from);
  if (found === undefined) return undefined;
  const { asset, whole } = found;
  const rect = rectAround(whole, found.rect, SHARED.width / SHARED.height, figure?.hotspot);
  const width = Math.min(SHARED.width, rect.width);
  return toFile(asset, rect, { width, height: heightFor(rect, width) }, 'jpeg');
}

/**
 * The picture files that a document's own page needs; of a picture itself, those that show it whole,
 * so that they can be made before a page asks for them.
 */
export function imageFilesOf(doc: Doc, from: Catalogue): readonly ImageFile[] {
  if (doc._type === 'sanity.imageAsset') return shownFiles({ asset: { _ref: doc._id } }, from);
  const shared =
    doc._type === 'settings' ? doc.socialImage : isPage(doc) ? doc.seo?.image : undefined;
  const sharedFiles = [shared].flatMap((figure) => sharedImageOf(figure, from) ?? []);
  if (!isPage(doc)) return sharedFiles;
  const inBody = doc.body.filter((part) => part._type === 'figure');
  const shown = [doc.heroImage, ...inBody].flatMap((figure) => shownFiles(figure, from));
  return [...shown, ...sharedFiles];
}

/** Every picture file the site needs, each once. */
export function imageFiles(from: Catalogue): readonly ImageFile[] {
  const files = new Map<string, ImageFile>();
  for (const doc of [...from.articles(), ...from.techniques(), ...from.all('settings')]) {
    for (const file of imageFilesOf(doc, from)) files.set(file.path, file);
  }
  return [...files.values()];
}

function originalOf(figure: Figure | undefined, from: Catalogue) {
  const asset = from.find('sanity.imageAsset', figure?.asset);
  const { width, height } = asset?.metadata?.dimensions ?? {};
  if (asset === undefined || width === undefined || height === undefined) return undefined;
  const whole = { width, height };
  return { asset, whole, rect: keptRect(whole, figure?.crop) };
}

function toFile(
  asset: SanityImageAsset,
  rect: Rect,
  { width, height }: { readonly width: number; readonly height: number },
  format: ImageFile['format'],
): ImageFile {
  const { left, top, width: wide, height: high } = rect;
  // Of the picture, its crop and the recipe: the bytes behind a name never change.
  const recipe = createHash('sha256')
    .update([asset._id, left, top, wide, high, RECIPE].join())
    .digest('hex');
  const extension = format === 'jpeg' ? 'jpg' : format;
  return {
    kind: 'image',
    asset: asset._id,
    path: `/images/${recipe.slice(0, 20)}-${width}.${extension}`,
    original: asset.path,
    rect,
    width,
    height,
    format,
  };
}

function srcset(files: readonly ImageFile[], wanted: ImageFile['format']): string {
  return files
    .filter(({ format }) => format === wanted)
    .map(({ path, width }) => `${path} ${width}w`)
    .join(', ');
}

function widthsFor(widths: readonly number[], rect: Rect): readonly number[] {
  const widest = Math.min(rect.width, Math.max(...widths));
  // A file only a little narrower than the widest would save next to nothing.
  return [...widths.filter((width) => width < widest * 0.85), widest];
}

function heightFor(rect: Rect, width: number): number {
  return Math.max(1, Math.round((rect.height * width) / rect.width));
}

/** The colour that most of an opaque picture has, where the store has measured it. */
function groundOf({ metadata }: SanityImageAsset): string | undefined {
  const colour = metadata?.palette?.dominant?.background;
  const covers = metadata?.isOpaque !== false;
  return covers && colour !== undefined && /^#[\da-f]{6}$/i.test(colour) ? colour : undefined;
}
