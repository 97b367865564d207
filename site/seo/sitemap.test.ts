import { describe, expect, test } from 'vitest';
import { anArticle } from '../../tests/fixtures/documents.ts';
import { aCatalogue } from '../text/fixtures.ts';
import { sitemapEntries, sitemapXml } from './sitemap.ts';

const pathsOf = (...articles: Parameters<typeof aCatalogue>[0]): readonly string[] =>
  sitemapEntries(aCatalogue(articles)).map(({ path }) => path);

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

describe('sitemapXml', () => {
  test('writes whole addresses, escaped, with the day of the last change', () => {
    const xml = sitemapXml([{ path: '/a&b/', changed: '2026-01-02' }], 'https://x.example');
    expect(xml).toContain('<loc>https://x.example/a&amp;b/</loc><lastmod>2026-01-02</lastmod>');
  });
});
