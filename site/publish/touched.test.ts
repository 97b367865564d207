import { describe, expect, test } from 'vitest';
import { ARTICLES_PER_PAGE } from '../cms/addresses.ts';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import { aClaim, anArticle, thePublisher, theSettings } from '../../tests/fixtures/documents.ts';
import { archivePageOf, archivePagesBetween, pathsTouchedBy } from './touched.ts';

const now = new Date('2026-06-01T00:00:00Z');
const reference = (id: string) => ({ _key: id, _type: 'reference' as const, _ref: id });
const showing = (claim: string) => [
  { _type: 'claimReference' as const, _key: 'c', claim: reference(claim) },
];

describe('pathsTouchedBy', () => {
  const catalogue = new Catalogue(
    [
      theSettings(),
      thePublisher(),
      aClaim('a'),
      aClaim('b'),
      anArticle('shows-a', { body: showing('claim-a') }),
      anArticle('plain', { section: 'health', related: [reference('article-shows-a')] }),
    ] satisfies Doc[],
    now,
  );
  const touched = (id: string): readonly string[] => {
    const paths = pathsTouchedBy(catalogue, id);
    return paths === 'everything' ? ['everything'] : [...paths];
  };

  test('an article: its page, its lists, and the pages that relate to it', () => {
    const paths = touched('article-shows-a');
    expect(paths).toContain('/benefits/shows-a/');
    expect(paths).toContain('/benefits/');
    expect(paths).toContain('/');
    expect(paths).toContain('/rss.xml');
    expect(paths).toContain('/sitemap.xml');
    expect(paths).toContain('/health/plain/');
    expect(paths).not.toContain('/health/');
  });

  test('a claim: the evidence page, the article that shows it, and the lists that show its grade', () => {
    const paths = touched('claim-a');
    expect(paths).toContain('/evidence/');
    expect(paths).toContain('/benefits/shows-a/');
    expect(paths).toContain('/benefits/');
    expect(touched('claim-b')).not.toContain('/benefits/shows-a/');
  });

  test.for(['settings', 'person-lymphwise'])('%s: everything', (id) => {
    expect(touched(id)).toEqual(['everything']);
  });

  test('a document that does not exist: nothing', () => {
    expect(touched('article-missing')).toEqual([]);
  });
});

describe('archivePagesBetween', () => {
  const articles = Array.from({ length: ARTICLES_PER_PAGE * 2 + 5 }, (_, index) =>
    anArticle(`a${index}`, { publishedAt: new Date(Date.UTC(2026, 0, 1, index)).toISOString() }),
  );
  const catalogue = new Catalogue(articles, now);
  const between = (before: string | undefined, after: string | undefined): readonly string[] =>
    [
      ...archivePagesBetween(
        before === undefined ? undefined : archivePageOf(catalogue, before),
        after === undefined ? undefined : archivePageOf(catalogue, after),
      ),
    ].toSorted();

  test('nothing where an article keeps its place', () => {
    expect(between('article-a30', 'article-a30')).toEqual([]);
  });

  test('from its page to the newest where an article goes away', () => {
    expect(between('article-a30', undefined)).toEqual(
      expect.arrayContaining(['/benefits/page/2/', '/benefits/page/3/']),
    );
  });

  test('the newest page where an article is added at the end', () => {
    expect(between(undefined, 'article-a44')).toContain('/benefits/page/3/');
    expect(between(undefined, 'article-a44')).not.toContain('/benefits/page/2/');
  });
});
