import { describe, expect, test } from 'vitest';
import { anArticle } from '../../tests/fixtures/documents.ts';
import { aCatalogue } from '../text/fixtures.ts';
import { sitemapEntries, sitemapIndexXml, sitemapParts, sitemapXml } from './sitemap.ts';

const pathsOf = (...articles: Parameters<typeof aCatalogue>[0]): readonly string[] =>
  [...sitemapParts(aCatalogue(articles)).keys()].flatMap((part) =>
    (sitemapEntries(aCatalogue(articles), part) ?? []).map(({ path }) => path),
  );

describe('sitemapEntries', () => {
  test('lists articles, but none that asks not to be indexed or is not out yet', () => {
    const paths = pathsOf(
      anArticle('a'),
      anArticle('hidden', { seo: { _type: 'seo', noindex: true } }),
      anArticle('later', { publishedAt: '2027-01-01T00:00:00Z' }),
    );
    expect(paths).toContain('/benefits/a/');
    expect(paths).not.toContain('/benefits/hidden/');
    expect(paths).not.toContain('/benefits/later/');
  });

  test('leaves out pages that are not for searching', () => {
    expect(pathsOf().filter((path) => path.includes('comments') || path.includes('404'))).toEqual(
      [],
    );
  });
});

describe('sitemapParts', () => {
  test('groups pages by the month they came out, dated by their last change', () => {
    const catalogue = aCatalogue([
      anArticle('a', { publishedAt: '2026-02-01T00:00:00Z', _updatedAt: '2026-03-01T00:00:00Z' }),
      anArticle('b', { publishedAt: '2026-02-09T00:00:00Z', _updatedAt: '2026-04-01T00:00:00Z' }),
    ]);
    expect([...sitemapParts(catalogue)]).toEqual([
      ['pages', undefined],
      ['2026-02', '2026-04-01T00:00:00Z'],
    ]);
    expect(sitemapEntries(catalogue, '2026-01')).toBeUndefined();
    expect(sitemapIndexXml(sitemapParts(catalogue), 'https://x.example')).toContain(
      '<loc>https://x.example/sitemap/2026-02.xml</loc><lastmod>2026-04-01T00:00:00Z</lastmod>',
    );
  });
});

describe('sitemapXml', () => {
  test('writes whole addresses, escaped, with the day of the last change', () => {
    const xml = sitemapXml([{ path: '/a&b/', changed: '2026-01-02' }], 'https://x.example');
    expect(xml).toContain('<loc>https://x.example/a&amp;b/</loc><lastmod>2026-01-02</lastmod>');
  });
});
