import { describe, expect, test } from 'vitest';
import { aComment, anArticle, theSettings } from '../../tests/fixtures/documents.ts';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import { PAGE_SIZE } from './comment-pages.ts';
import {
  toCommentsView,
  toLaterComments,
  toNewest,
  type Answered,
  type CommentNode,
} from './comments-view.ts';

const now = new Date('2026-06-01T00:00:00Z');
const article = anArticle('a');
let minute = 0;

/** A comment that comes after those made before. */
function next(id: string, parent?: string, fields: object = {}) {
  minute += 1;
  return aComment(id, 'article-a', {
    name: `Name of ${id}`,
    submittedAt: new Date(Date.UTC(2026, 1, 1, 0, minute)).toISOString(),
    ...(parent === undefined ? {} : { parent: { _type: 'reference', _ref: parent } }),
    ...fields,
  });
}

const aCatalogue = (...documents: readonly Doc[]) =>
  new Catalogue([theSettings(), article, ...documents], now);
const many = (count: number, parent?: string) =>
  Array.from({ length: count }, (_, index) => next(`${parent ?? 'thread'}.${index}`, parent));

/** What each comment says that it answers. */
function answersIn(nodes: readonly CommentNode[]): Record<string, Answered | undefined> {
  const all = nodes.flatMap((node) => [
    [node.comment._id, node.answers] as const,
    ...Object.entries(answersIn(node.replies)),
  ]);
  return Object.fromEntries(all.filter(([, answers]) => answers !== undefined));
}

describe('toCommentsView', () => {
  test('an article without comments', () => {
    expect(toCommentsView(article, aCatalogue())).toEqual({
      articleId: 'article-a',
      count: 0,
      nodes: [],
      open: true,
      feed: undefined,
      older: undefined,
      newer: undefined,
      newest: undefined,
    });
  });

  test('says what a comment answers only where its place does not', () => {
    const replies = [
      next('b', 'a'),
      next('c', 'b'),
      next('d', 'c'),
      next('e', 'd'),
      next('f', 'b'),
    ];
    const { nodes } = toCommentsView(article, aCatalogue(next('a'), ...replies));
    expect(answersIn(nodes)).toEqual({
      d: { name: 'Name of c', href: '#comment-c' },
      e: { name: 'Name of d', href: '#comment-d' },
    });
  });

  test('does not name who has been removed, nor count them', () => {
    const gone = next('c', 'b', { removed: true, name: 'Removed', body: [] });
    const catalogue = aCatalogue(next('a'), next('b', 'a'), gone, next('d', 'c'));
    const { nodes, count } = toCommentsView(article, catalogue);
    expect(answersIn(nodes)).toEqual({ d: { name: 'a removed comment', href: '#comment-c' } });
    expect(count).toBe(3);
  });

  test('leads back to where a thread that goes on began', () => {
    const catalogue = aCatalogue(next('a'), ...many(PAGE_SIZE.comments + 1, 'a'));
    const view = toLaterComments(article, catalogue, '1-2');
    expect(view?.nodes.map(({ comment }) => comment._id)).toEqual(['a.99', 'a.100']);
    expect(view?.nodes[0]?.answers).toEqual({
      name: 'Name of a',
      href: '/benefits/a/#comment-a',
    });
  });

  test('leads from page to page', () => {
    const catalogue = aCatalogue(...many(PAGE_SIZE.threads * 2 + 1));
    const at = '/benefits/a/comments/';
    const ways = ['1', '2', '3'].map((_, index) => {
      const { older, newer, newest } = toCommentsView(article, catalogue, index);
      return { older, newer, newest };
    });
    expect(ways).toEqual([
      { older: undefined, newer: `${at}2/`, newest: at },
      { older: '/benefits/a/#comments', newer: `${at}3/`, newest: at },
      { older: `${at}2/`, newer: undefined, newest: at },
    ]);
  });

  test.for([
    [14, true],
    [13, false],
  ] as const)('closes %i days after publication, at that moment: open %s', ([days, open]) => {
    const settings = { ...theSettings(), commentsCloseAfterDays: days };
    const page = anArticle('a', { publishedAt: '2026-05-18T23:00:00Z' });
    const view = toCommentsView(page, new Catalogue([settings, page], now));
    expect(view.open).toBe(open);
  });
});

describe('toLaterComments', () => {
  test.for(['', '1', '3', '2-2', 'x'])('there is no page "%s" beside the article', (name) => {
    const catalogue = aCatalogue(...many(PAGE_SIZE.threads + 1));
    expect(toLaterComments(article, catalogue, name)).toBeUndefined();
  });
});

describe('toNewest', () => {
  test('none while the article shows all', () => {
    expect(toNewest(article, aCatalogue(...many(3)))).toBeUndefined();
  });

  test('newest first, each leading to its place, none that is removed', () => {
    const gone = next('gone', undefined, { removed: true });
    const threads = many(PAGE_SIZE.threads + 1);
    const catalogue = aCatalogue(...threads, next('reply', 'thread.0'), gone);
    expect(toNewest(article, catalogue)?.slice(0, 2)).toMatchObject([
      {
        comment: { _id: 'reply' },
        href: '/benefits/a/#comment-reply',
        answers: { name: 'Name of thread.0', href: '/benefits/a/#comment-thread.0' },
      },
      { comment: { _id: 'thread.50' }, href: '/benefits/a/comments/2/#comment-thread.50' },
    ]);
  });
});
