import { describe, expect, test } from 'vitest';
import { anArticle, theSettings } from '../../tests/fixtures/documents.ts';
import { anImageAsset } from '../../tests/fixtures/image-asset.ts';
import { Catalogue } from '../cms/catalogue.ts';
import { imageFilesOf } from '../cms/images.ts';
import { cardAt } from './cards.ts';
import { pictureFiles, pictureNamed, picturesAt, sharedPictureAt } from './picture-files.ts';

const now = new Date('2026-06-01T00:00:00Z');
const asset = anImageAsset('a', { width: 1600, height: 1000 });
const figure = {
  _type: 'figure' as const,
  alt: 'A drawing',
  asset: { _type: 'reference' as const, _ref: asset._id },
};
const plain = anArticle('plain', { heroImage: figure });
const chosen = anArticle('chosen', { seo: { _type: 'seo', image: figure } });
const catalogue = new Catalogue([theSettings(), asset, plain, chosen], now);
const withSiteImage = new Catalogue(
  [{ ...theSettings(), socialImage: figure }, asset, plain, chosen],
  now,
);

describe('sharedPictureAt', () => {
  test('is the drawn card, with its measures and words', () => {
    expect(sharedPictureAt('/benefits/plain/', catalogue)).toEqual({
      path: cardAt('/benefits/plain/', catalogue).path,
      type: 'image/png',
      width: 1200,
      height: 630,
      alt: 'Title of plain. Benefits, Lymphwise.',
    });
  });

  test('is what an editor chose for the page', () => {
    expect(sharedPictureAt('/benefits/chosen/', catalogue)).toMatchObject({
      type: 'image/jpeg',
      alt: 'A drawing',
    });
  });

  test('of the site, stands for pages that have no title of their own to draw', () => {
    expect(sharedPictureAt('/privacy/', withSiteImage).type).toBe('image/jpeg');
    expect(sharedPictureAt('/benefits/plain/', withSiteImage).type).toBe('image/png');
  });
});

describe('picturesAt', () => {
  test.for(['/', '/privacy/', '/benefits/plain/', '/benefits/chosen/'])(
    '%s needs pictures that the site has, the shared one among them',
    (path) => {
      for (const site of [catalogue, withSiteImage]) {
        const paths = picturesAt(path, site).map((file) => file.path);
        expect(paths).toContain(sharedPictureAt(path, site).path);
        for (const each of paths) expect(pictureNamed(each, site)?.path).toBe(each);
      }
    },
  );
});

describe('pictureNamed', () => {
  test('finds every picture of the site, and those that come later', () => {
    const growing = new Catalogue([theSettings(), asset], now);
    const [file] = imageFilesOf(plain, catalogue);
    expect(pictureNamed(file?.path ?? '', growing)).toBeUndefined();
    growing.put(plain);
    expect(pictureNamed(file?.path ?? '', growing)).toEqual(file);
    for (const each of pictureFiles(growing))
      expect(pictureNamed(each.path, growing)).toEqual(each);
  });
});
