import { describe, expect, test } from 'vitest';
import { anArticle } from '../../tests/fixtures/documents.ts';
import { archivePages, ARTICLES_PER_PAGE, pathOf } from './addresses.ts';
import { Catalogue } from './catalogue.ts';

const now = new Date('2026-06-01T00:00:00Z');
const articles = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    anArticle(`a${index}`, { publishedAt: new Date(Date.UTC(2026, 0, 1, index)).toISOString() }),
  );

describe('archivePages', () => {
  test('there is none while the front page of the section holds everything', () => {
    expect(archivePages(new Catalogue(articles(ARTICLES_PER_PAGE), now), 'benefits')).toEqual([]);
  });

  test('page 1 holds the oldest, the last page the rest', () => {
    const pages = archivePages(new Catalogue(articles(ARTICLES_PER_PAGE + 2), now), 'benefits');
    expect(pages.map(({ page, articles: { length } }) => [page, length])).toEqual([
      [1, ARTICLES_PER_PAGE],
      [2, 2],
    ]);
    expect(pages[0]?.articles.at(-1)?._id).toBe('article-a0');
  });

  test('a new article changes the last page only', () => {
    const before = archivePages(new Catalogue(articles(45), now), 'benefits');
    const after = archivePages(new Catalogue(articles(46), now), 'benefits');
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[2]).not.toEqual(before[2]);
  });
});

describe('pathOf', () => {
  test.for([
    { doc: anArticle('x', { section: 'health' }), path: '/health/x/' },
    { doc: anArticle('x'), path: '/benefits/x/' },
  ])('$path', ({ doc, path }) => {
    expect(pathOf(doc)).toBe(path);
  });
});
