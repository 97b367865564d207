import { describe, expect, test } from 'vitest';
import { aClaim, anArticle } from '../../tests/fixtures/documents.ts';
import type { Redirect } from '../cms/sanity.types.ts';
import { moveOf, planRedirects } from './moved.ts';

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

describe('moveOf', () => {
  const renamed = anArticle('a', { slug: { _type: 'slug', current: 'b' } });
  test.for([
    { what: 'another slug', before: anArticle('a'), after: renamed, to: '/benefits/b/' },
    {
      what: 'another section',
      before: anArticle('a'),
      after: anArticle('a', { section: 'health' }),
      to: '/health/a/',
    },
    { what: 'another title', before: anArticle('a'), after: anArticle('a', { title: 'T' }) },
    { what: 'a new article', before: undefined, after: anArticle('a') },
    { what: 'an article that goes', before: anArticle('a'), after: undefined },
    { what: 'a claim', before: aClaim('a'), after: aClaim('b') },
  ])('$what: $to', ({ before, after, to }) => {
    expect(moveOf(before, after)?.to).toBe(to);
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
