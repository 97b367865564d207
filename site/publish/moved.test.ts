import { describe, expect, test } from 'vitest';
import { aClaim, aComment, anArticle } from '../../tests/fixtures/documents.ts';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import type { Move } from '../cms/led-addresses.ts';
import type { Redirect } from '../cms/sanity.types.ts';
import { PAGE_SIZE } from '../text/comment-pages.ts';
import { addressesOfPage, movesBetween, planRedirects } from './moved.ts';

const aRedirect = (from: string, to: string): Redirect => ({
  _id: `redirect-${from}`,
  _type: 'redirect',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  _rev: 'r1',
  from,
  to,
  permanent: true,
});
const pairs = (plan: ReturnType<typeof planRedirects>): readonly string[] =>
  plan.put.map(({ from, to }) => `${from} > ${to}`);

const now = new Date('2026-06-01T00:00:00Z');
const addresses = (...documents: readonly Doc[]): readonly string[] =>
  addressesOfPage(new Catalogue(documents, now), documents[0]?._id ?? '');

describe('addressesOfPage', () => {
  const comments = Array.from({ length: PAGE_SIZE.threads + 1 }, (_, index) =>
    aComment(`c${index}`, 'article-a'),
  );
  const later = { publishedAt: '2027-01-01T00:00:00Z' };
  test.for([
    { what: 'an article', documents: [anArticle('a')], at: ['/benefits/a/'] },
    {
      what: 'an article with pages of comments',
      documents: [anArticle('a'), ...comments],
      at: ['/benefits/a/', '/benefits/a/comments/', '/benefits/a/comments/2/'],
    },
    { what: 'an article whose time has not come', documents: [anArticle('a', later)], at: [] },
    { what: 'a claim', documents: [aClaim('a')], at: [] },
    { what: 'nothing', documents: [], at: [] },
  ])('$what', ({ documents, at }) => {
    expect(addresses(...documents)).toEqual(at);
  });
});

describe('movesBetween', () => {
  test.for([
    {
      what: 'another slug',
      after: ['/benefits/b/'],
      to: ['/benefits/b/', '/benefits/b/comments/2/'],
    },
    { what: 'another section', after: ['/health/a/'], to: ['/health/a/', '/health/a/comments/2/'] },
    { what: 'the same address', after: ['/benefits/a/'], to: [] },
    { what: 'a page that goes', after: [], to: [] },
  ])('$what', ({ after, to }) => {
    const moves = movesBetween(['/benefits/a/', '/benefits/a/comments/2/'], after);
    expect(moves.map((move) => move.to)).toEqual(to);
  });

  test('a page that comes has moved from nowhere', () => {
    expect(movesBetween([], ['/benefits/a/'])).toEqual([]);
  });
});

/** Where each move has left a page. */
const plan = (moves: readonly Move[], redirects: readonly Redirect[]) =>
  planRedirects(moves, redirects, (path) => moves.some(({ to }) => to === path));

describe('planRedirects', () => {
  test('an old address leads to the new one', () => {
    expect(pairs(plan([{ from: '/a/', to: '/b/' }], []))).toEqual(['/a/ > /b/']);
  });

  test('a chain is flattened', () => {
    const planned = plan([{ from: '/b/', to: '/c/' }], [aRedirect('/a/', '/b/')]);
    expect(pairs(planned)).toEqual(['/a/ > /c/', '/b/ > /c/']);
    expect(planned.remove).toEqual([]);
  });

  test('going back leaves no circle', () => {
    const planned = plan([{ from: '/b/', to: '/a/' }], [aRedirect('/a/', '/b/')]);
    expect(pairs(planned)).toEqual(['/b/ > /a/']);
    expect(planned.remove).toEqual(['redirect-/a/']);
  });

  const swap = [
    { from: '/a/', to: '/b/' },
    { from: '/b/', to: '/a/' },
  ];
  test.for([swap, swap.toReversed()])('pages that swap their addresses need none', (moves) => {
    const older = [aRedirect('/was-a/', '/a/'), aRedirect('/was-b/', '/b/')];
    const planned = plan(moves, older);
    expect(pairs(planned)).toEqual(['/was-a/ > /b/', '/was-b/ > /a/']);
    expect(planned.remove).toEqual([]);
  });

  const follow = [
    { from: '/a/', to: '/b/' },
    { from: '/c/', to: '/a/' },
  ];
  test.for([follow, follow.toReversed()])('a page may take the place of another', (moves) => {
    expect(pairs(plan(moves, []))).toEqual(['/c/ > /a/']);
  });

  test('none leads away from a page that has come where another was', () => {
    const moves = [{ from: '/a/', to: '/b/' }];
    expect(planRedirects(moves, [], () => true)).toEqual({ put: [], remove: [] });
  });

  test('the same move twice writes the same redirect', () => {
    const [first, second] = [0, 1].map(() => plan([{ from: '/a/', to: '/b/' }], []));
    expect(first).toEqual(second);
  });
});
