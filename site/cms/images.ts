import { catalogue, type Catalogue } from './catalogue.ts';
import { siteConfig } from './site-config.ts';
import type { SanityImageAsset } from './sanity.types.ts';

/** Widths in pixels that pictures are offered in, narrowest first; never wider than the original. */
const WIDTHS = [480, 960, 1600];
const QUALITY = 80;

/** A picture as documents hold it. */
export interface Figure {
  readonly asset?: { readonly _ref: string };
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** A picture as a page shows it: addresses of the site's own files, sizes in pixels. */
export interface Picture {
  readonly src: string;
  readonly srcset: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
  /** A tiny `data:` picture to show while the real one loads. */
  readonly placeholder: string | undefined;
}

/** One file of the site made from one picture of the store. */
export interface ImageFile {
  /** The id of the picture's document. */
  readonly asset: string;
  readonly path: string;
  /** Where the store serves these bytes. */
  readonly source: string;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a page needs to show a figure; undefined where its picture is missing. */
export function imageOf(
  figure: Figure | undefined,
  from: Catalogue = catalogue(),
): Picture | undefined {
  const asset = from.find('sanity.imageAsset', figure?.asset);
  const original = asset === undefined ? undefined : sizeOf(asset);
  if (figure === undefined || asset === undefined || original === undefined) return undefined;
  const widths = widthsFor(original);
  const width = widths.at(-1) ?? original.width;
  return {
    src: imagePath(asset, width),
    srcset: widths.map((each) => `${imagePath(asset, each)} ${each}w`).join(', '),
    width,
    height: Math.round((original.height * width) / original.width),
    alt: figure.alt ?? '',
    caption: figure.caption,
    credit: figure.credit,
    placeholder: asset.metadata?.lqip,
  };
}

/** Every picture file the site needs: the pictures that some public document shows, in each width. */
export function imageFiles(from: Catalogue): readonly ImageFile[] {
  return from
    .all('sanity.imageAsset')
    .filter((asset) => from.referencing(asset._id).length > 0)
    .flatMap((asset) => {
      const original = sizeOf(asset);
      return original === undefined
        ? []
        : widthsFor(original).map((width) => ({
            asset: asset._id,
            path: imagePath(asset, width),
            source: sourceOf(asset, width),
          }));
    });
}

function imagePath(asset: SanityImageAsset, width: number): string {
  return `/images/${asset._id.replace(/^image-/, '')}-${width}.webp`;
}

function sourceOf(asset: SanityImageAsset, width: number): string {
  // Not `asset.url`: that names the host and port the store had when the picture was uploaded.
  const host = siteConfig.sanityApiHost ?? 'https://cdn.sanity.io';
  return `${host}/${asset.path}?w=${width}&fit=max&q=${QUALITY}&fm=webp`;
}

function widthsFor(original: Size): readonly number[] {
  const narrower = WIDTHS.filter((width) => width < original.width);
  return original.width <= Math.max(...WIDTHS) ? [...narrower, original.width] : narrower;
}

function sizeOf(asset: SanityImageAsset): Size | undefined {
  const { width, height } = asset.metadata?.dimensions ?? {};
  return width === undefined || height === undefined ? undefined : { width, height };
}
