import { describe, expect, test } from 'vitest';
import { aClaim, aComment, anArticle } from '../../tests/fixtures/documents.ts';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
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

describe('planRedirects', () => {
  test('an old address leads to the new one', () => {
    expect(pairs(planRedirects([{ from: '/a/', to: '/b/' }], []))).toEqual(['/a/ > /b/']);
  });

  test('a chain is flattened', () => {
    const plan = planRedirects([{ from: '/b/', to: '/c/' }], [aRedirect('/a/', '/b/')]);
    expect(pairs(plan)).toEqual(['/a/ > /c/', '/b/ > /c/']);
    expect(plan.remove).toEqual([]);
  });

  test('going back leaves no circle', () => {
    const plan = planRedirects([{ from: '/b/', to: '/a/' }], [aRedirect('/a/', '/b/')]);
    expect(pairs(plan)).toEqual(['/b/ > /a/']);
    expect(plan.remove).toEqual(['redirect-/a/']);
  });

  test('the same move twice writes the same redirect', () => {
    const [first, second] = [0, 1].map(() => planRedirects([{ from: '/a/', to: '/b/' }], []));
    expect(first).toEqual(second);
  });
});
