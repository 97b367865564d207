import type { Catalogue } from '../cms/catalogue.ts';
import { imageFiles, imageFilesOf, sharedImageOf, type ImageFile } from '../cms/images.ts';
import { pageAt } from '../cms/addresses.ts';
import { cardAt, cardNamed, cards, cardWords, type CardFile } from './cards.ts';

/** A file of the site that is made once and kept, not rendered with the pages. */
export type PictureFile = ImageFile | CardFile;

/** The picture that stands for a page where a link to it is shared. */
export interface SharedPicture {
  readonly path: string;
  readonly type: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** The size of drawn cards, as services that show links ask for. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** An editor's own choice for the page or, but for articles, the site; else a drawn card. */
export function sharedPictureAt(path: string, catalogue: Catalogue): SharedPicture {
  const page = pageAt(catalogue, path);
  const figure = page === undefined ? catalogue.settings.socialImage : page.seo?.image;
  const image = sharedImageOf(figure, catalogue);
  if (image !== undefined) {
    const { width, height } = image;
    return { path: image.path, type: 'image/jpeg', width, height, alt: figure?.alt ?? '' };
  }
  const card = cardAt(path, catalogue);
  return { path: card.path, type: 'image/png', ...CARD_SIZE, alt: cardWords(card.card) };
}

/** Every picture file that the page at an address shows or names. */
export function picturesAt(path: string, catalogue: Catalogue): readonly PictureFile[] {
  const page = pageAt(catalogue, path);
  const images = imageFilesOf(page ?? catalogue.settings, catalogue);
  const { path: shared } = sharedPictureAt(path, catalogue);
  return images.some((image) => image.path === shared)
    ? images
    : [...images, cardAt(path, catalogue)];
}

/** The cards that the pages at these addresses name, each once. */
export function cardsOf(paths: Iterable<string>, catalogue: Catalogue): readonly CardFile[] {
  const found = new Map<string, CardFile>();
  for (const path of paths) {
    if (!path.endsWith('/')) continue;
    const card = cardAt(path, catalogue);
    found.set(card.path, card);
  }
  return [...found.values()];
}

/** Every picture file of the site, each once. */
export function pictureFiles(catalogue: Catalogue): readonly PictureFile[] {
  return [...imageFiles(catalogue), ...cards(catalogue)];
}

const images = new WeakMap<Catalogue, ReadonlyMap<string, PictureFile>>();

/** What the picture at an address is made from; undefined where the site has no such picture. */
export function pictureNamed(path: string, catalogue: Catalogue): PictureFile | undefined {
  if (path.startsWith('/og/')) return cardNamed(path, catalogue);
  const known = images.get(catalogue)?.get(path);
  if (known !== undefined) return known;
  // The catalogue has changed since it was last looked through.
  const files = new Map(imageFiles(catalogue).map((file) => [file.path, file]));
  images.set(catalogue, files);
  return files.get(path);
}
