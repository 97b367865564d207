import { describe, expect, test } from 'vitest';
import { anArticle, theSettings } from '../../tests/fixtures/documents.ts';
import { anImageAsset } from '../../tests/fixtures/image-asset.ts';
import { Catalogue, type Doc } from './catalogue.ts';
import { imageFiles, imageOf, sharedImageOf, type Figure } from './images.ts';

const asset = anImageAsset('a', { width: 1600, height: 1000 });
const figure = {
  _type: 'figure' as const,
  alt: 'A drawing',
  asset: { _type: 'reference' as const, _ref: asset._id },
};
const cropped = {
  ...figure,
  crop: { _type: 'sanity.imageCrop' as const, left: 0.5, right: 0, top: 0, bottom: 0 },
};
const now = new Date('2026-06-01T00:00:00Z');
const catalogueOf = (docs: readonly Doc[] = []): Catalogue =>
  new Catalogue([theSettings(), asset, ...docs], now);
const catalogue = catalogueOf();

const widthsIn = (srcset: string | undefined): readonly string[] =>
  [...(srcset ?? '').matchAll(/ (\d+w)/g)].map(([, width = '']) => width);

describe('imageOf', () => {
  test('offers AVIF and WebP, never wider than the original', () => {
    const picture = imageOf(figure, catalogue);
    expect(widthsIn(picture?.avif)).toEqual(['400w', '720w', '1080w', '1600w']);
    expect(widthsIn(picture?.srcset)).toEqual(['720w', '1440w']);
    expect(picture).toMatchObject({ width: 1600, height: 1000, alt: 'A drawing' });
    expect(picture?.src).toMatch(/^\/images\/[0-9a-f]{20}-1440\.webp$/);
  });

  test('has the measures and the name of its crop', () => {
    const picture = imageOf(cropped, catalogue);
    expect(picture).toMatchObject({ width: 800, height: 1000 });
    expect(widthsIn(picture?.avif)).toEqual(['400w', '800w']);
    expect(picture?.src.slice(0, 28)).not.toBe(imageOf(figure, catalogue)?.src.slice(0, 28));
  });

  test('is nothing where the picture is missing', () => {
    expect(imageOf({ asset: { _ref: 'image-gone' } }, catalogue)).toBeUndefined();
    expect(imageOf(undefined, catalogue)).toBeUndefined();
  });

  test.for([
    { background: '#f7f4ec', isOpaque: true, ground: '#f7f4ec' },
    { background: '#f7f4ec', isOpaque: false, ground: undefined },
    { background: 'red"/><script>', isOpaque: true, ground: undefined },
    { background: undefined, isOpaque: true, ground: undefined },
  ])('has the ground $ground for $background, opaque: $isOpaque', (given) => {
    const other = anImageAsset('b', { width: 10, height: 10 }, given);
    expect(imageOf({ asset: { _ref: other._id } }, catalogueOf([other]))?.ground).toBe(
      given.ground,
    );
  });
});

describe('sharedImageOf', () => {
  test('is cut to what services show, round the focus', () => {
    const focused: Figure = { ...figure, hotspot: { x: 0.5, y: 0 } };
    expect(sharedImageOf(focused, catalogue)).toMatchObject({
      format: 'jpeg',
      width: 1200,
      height: 630,
      rect: { left: 0, top: 0, width: 1600, height: 840 },
    });
  });
});

describe('imageFiles', () => {
  test('names every file once that a page shows, crops apart', () => {
    const withBoth = catalogueOf([
      anArticle('one', { heroImage: figure }),
      anArticle('two', { heroImage: figure, body: [{ ...cropped, _key: 'k' }] }),
    ]);
    const paths = imageFiles(withBoth).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toHaveLength(6 + 3);
  });

  test('leaves out pictures that no public page shows', () => {
    const waiting = anArticle('later', { heroImage: figure, publishedAt: '2027-01-01T00:00:00Z' });
    expect(imageFiles(catalogueOf([waiting]))).toEqual([]);
  });
});
