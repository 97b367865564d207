import { describe, expect, test } from 'vitest';
import { aComment, anArticle, thePublisher, theSettings } from '../../tests/fixtures/documents.ts';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import type { Comment } from '../cms/sanity.types.ts';
import { PAGE_SIZE } from '../text/comment-pages.ts';
import { watchComments } from './touched-comments.ts';

const now = new Date('2026-06-01T00:00:00Z');
const minute = (index: number) => new Date(Date.UTC(2026, 1, 1, 0, index)).toISOString();
const answering = (id: string) => ({ parent: { _type: 'reference' as const, _ref: id } });
const A = '/benefits/a/';
const FEEDS = [`${A}comments.xml`, '/comments/rss.xml'];

/** Two full pages of threads and half of a third, oldest first; the second comment answers the first. */
const comments: readonly Comment[] = Array.from({ length: PAGE_SIZE.threads * 2.5 }, (_, index) =>
  aComment(`c${index}`, 'article-a', {
    submittedAt: minute(index),
    ...(index === 1 ? answering('c0') : {}),
  }),
);

/** The addresses that these changes touch, on a site with those comments. */
function touchedBy(...changes: readonly (Doc | string)[]): readonly string[] {
  const frame = [theSettings(), thePublisher(), anArticle('a'), anArticle('b')];
  const catalogue = new Catalogue([...frame, ...comments], now);
  const watch = watchComments(catalogue);
  for (const change of changes) {
    const doc = typeof change === 'string' ? undefined : change;
    const id = typeof change === 'string' ? change : change._id;
    watch.expect(catalogue.get(id), doc);
    if (doc === undefined) catalogue.remove(id);
    else catalogue.put(doc);
  }
  return watch.changed().toSorted();
}

const newest = { submittedAt: minute(1000) };

describe('watchComments', () => {
  test.for<{ name: string; change: Doc | string; touches: readonly string[] }>([
    {
      name: 'a new thread: the last page, the count and what tells of the newest',
      change: aComment('new', 'article-a', newest),
      touches: [A, `${A}comments/`, `${A}comments/3/`, ...FEEDS],
    },
    {
      name: 'a reply: the page of its thread, and not those after it',
      change: aComment('new', 'article-a', { ...newest, ...answering('c60') }),
      touches: [A, `${A}comments/`, `${A}comments/2/`, ...FEEDS],
    },
    {
      name: 'a change of an old comment: its page',
      change: aComment('c70', 'article-a', { submittedAt: minute(70), name: 'Another name' }),
      touches: [`${A}comments/2/`],
    },
    {
      name: 'an old one that goes: the pages that move up, and what leads to them',
      change: 'c70',
      touches: [A, `${A}comments/2/`, `${A}comments/3/`, ...FEEDS],
    },
    {
      name: 'the first on an article: the article and the feeds, no pages',
      change: aComment('new', 'article-b', newest),
      touches: ['/benefits/b/', '/benefits/b/comments.xml', '/comments/rss.xml'],
    },
    {
      name: 'an answered one that is removed: its page, where the reply tells of it',
      change: aComment('c0', 'article-a', { submittedAt: minute(0), removed: true }),
      touches: [A],
    },
    {
      name: 'other text of the article: nothing',
      change: anArticle('a', { summary: 'Another summary.' }),
      touches: [],
    },
    {
      name: 'an article that closes: the pages with the form',
      change: anArticle('a', { commentsOpen: false }),
      touches: [A, `${A}comments/2/`, `${A}comments/3/`],
    },
    { name: 'another kind of document: nothing', change: theSettings(), touches: [] },
  ])('$name', ({ change, touches }) => {
    expect(touchedBy(change)).toEqual(touches.toSorted());
  });

  test('a removed one that goes after its last answer: as any comment', () => {
    const removed = aComment('c0', 'article-a', { submittedAt: minute(0), removed: true });
    const without = touchedBy(removed, 'c1');
    const all = touchedBy(removed, 'c1', 'c0');
    expect(without).not.toContain(`${A}comments/3/`);
    expect(all).toEqual([A, `${A}comments/2/`, `${A}comments/3/`, ...FEEDS].toSorted());
  });

  test('an article that moves: everything, there and here', () => {
    const moved = touchedBy(anArticle('a', { slug: { _type: 'slug', current: 'z' } }));
    for (const at of [A, '/benefits/z/']) {
      for (const under of ['', 'comments.xml', 'comments/', 'comments/2/', 'comments/3/']) {
        expect(moved).toContain(`${at}${under}`);
      }
    }
    expect(moved).toContain('/comments/rss.xml');
  });

  test('many changes in one round, in any order', () => {
    const changes = [aComment('new', 'article-a', newest), anArticle('a', { section: 'health' })];
    const touched = touchedBy(...changes);
    expect(touchedBy(...changes.toReversed())).toEqual(touched);
    expect(touched).toContain('/health/a/comments/3/');
    expect(touched).toContain('/benefits/a/comments/3/');
  });
});
