import { describe, expect, test } from 'vitest';
import { ARTICLES_PER_PAGE } from '../cms/addresses.ts';
import { Catalogue } from '../cms/catalogue.ts';
import { anArticle } from '../../tests/fixtures/documents.ts';
import { archivePlaceOf, listsBetween } from './archive-place.ts';

const now = new Date('2026-06-01T00:00:00Z');

describe('listsBetween', () => {
  const articles = Array.from({ length: ARTICLES_PER_PAGE * 2 + 5 }, (_, index) =>
    anArticle(`a${index}`, { publishedAt: new Date(Date.UTC(2026, 0, 1, index)).toISOString() }),
  );
  const catalogue = new Catalogue(articles, now);
  const between = (before: string | undefined, after: string | undefined): readonly string[] =>
    [
      ...listsBetween(
        before === undefined ? undefined : archivePlaceOf(catalogue, before),
        after === undefined ? undefined : archivePlaceOf(catalogue, after),
      ),
    ].toSorted();

  test('nothing where an article keeps its place', () => {
    expect(between('article-a30', 'article-a30')).toEqual([]);
  });

  test('from its page to the newest where an article goes away', () => {
    expect(between('article-a30', undefined)).toEqual(
      expect.arrayContaining(['/benefits/', '/benefits/page/2/', '/benefits/page/3/']),
    );
  });

  test('the newest page where an article is added at the end', () => {
    expect(between(undefined, 'article-a44')).toContain('/benefits/page/3/');
    expect(between(undefined, 'article-a44')).not.toContain('/benefits/page/2/');
  });
});
