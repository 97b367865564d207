import { describe, expect, test } from 'vitest';
import { aComment, anArticle } from '../../tests/fixtures/documents.ts';
import { PAGE_SIZE } from '../text/comment-pages.ts';
import { allPaths } from './all-addresses.ts';
import { Catalogue } from './catalogue.ts';

const now = new Date('2026-06-01T00:00:00Z');

describe('allPaths', () => {
  test('names articles under their section, and nothing that waits for its time', () => {
    const paths = allPaths(
      new Catalogue(
        [anArticle('here'), anArticle('later', { publishedAt: '2030-01-01T00:00:00Z' })],
        now,
      ),
    );
    expect(paths).toContain('/benefits/here/');
    expect(paths).not.toContain('/benefits/later/');
  });

  test('names the pages and feeds of comments, where there are any', () => {
    const comments = Array.from({ length: PAGE_SIZE.threads + 1 }, (_, index) =>
      aComment(`c${index}`, 'article-many'),
    );
    const documents = [
      ...['many', 'few', 'none'].map((stem) => anArticle(stem)),
      ...comments,
      aComment('one', 'article-few'),
      aComment('gone', 'article-none', { removed: true }),
    ];
    const paths = [...allPaths(new Catalogue(documents, now))];
    expect(paths.filter((path) => path.includes('/comments') && path.startsWith('/b'))).toEqual([
      '/benefits/few/comments.xml',
      '/benefits/many/comments.xml',
      '/benefits/many/comments/',
      '/benefits/many/comments/2/',
    ]);
  });
});
