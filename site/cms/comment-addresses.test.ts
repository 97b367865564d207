import { describe, expect, test } from 'vitest';
import { aComment, anArticle } from '../../tests/fixtures/documents.ts';
import { PAGE_SIZE } from '../text/comment-pages.ts';
import { redirectAt } from './all-addresses.ts';
import { Catalogue } from './catalogue.ts';
import { commentAddress, commentRoutes, discussionOf } from './comment-addresses.ts';
import type { Redirect } from './sanity.types.ts';

const now = new Date('2026-06-01T00:00:00Z');
const later = { publishedAt: '2027-01-01T00:00:00Z' };
const comments = Array.from({ length: PAGE_SIZE.threads + 1 }, (_, index) =>
  aComment(`c${index}`, 'article-a', {
    submittedAt: new Date(Date.UTC(2026, 1, 1, 0, index)).toISOString(),
  }),
);
const aCatalogue = () =>
  new Catalogue([anArticle('a'), anArticle('later', later), ...comments], now);

describe('commentAddress', () => {
  const gone = aComment('x', 'article-gone');
  test.for([
    { what: 'on the article', of: comments[0], address: '/benefits/a/#comment-c0' },
    {
      what: 'on a later page',
      of: comments[PAGE_SIZE.threads],
      address: '/benefits/a/comments/2/#comment-c50',
    },
    { what: 'on no article', of: gone, address: undefined },
    {
      what: 'on an article that is not public yet',
      of: aComment('x', 'article-later'),
      address: undefined,
    },
  ])('$what', ({ of = gone, address }) => {
    expect(commentAddress(of, aCatalogue())).toBe(address);
  });
});

describe('discussionOf', () => {
  test('is not made again before a comment changes', () => {
    const catalogue = aCatalogue();
    const before = discussionOf(catalogue, 'article-a');
    catalogue.put(aComment('elsewhere', 'article-later'));
    expect(discussionOf(catalogue, 'article-a')).toBe(before);
    catalogue.put(aComment('here', 'article-a', { removed: true }));
    const after = discussionOf(catalogue, 'article-a');
    expect(after).not.toBe(before);
    // What only keeps its place is not counted.
    expect(after.count).toBe(before.count);
    expect(after.pageOf.has('here')).toBe(true);
  });
});

describe('commentRoutes', () => {
  test.for([
    ['page', [{ section: 'benefits', slug: 'a', page: '2' }]],
    ['newest', [{ section: 'benefits', slug: 'a', page: '' }]],
    ['feed', [{ section: 'benefits', slug: 'a', page: '' }]],
  ] as const)('%s', ([kind, params]) => {
    expect(commentRoutes(aCatalogue(), kind).map((route) => route.params)).toEqual(params);
  });
});

describe('redirectAt', () => {
  test('a page of comments wins over a redirect from its address, while there is one', () => {
    const from = '/benefits/a/comments/2/';
    const redirect: Redirect = {
      ...anArticle('x'),
      _id: 'redirect',
      _type: 'redirect',
      from,
      to: '/faq/',
      permanent: true,
    };
    const catalogue = aCatalogue();
    catalogue.put(redirect);
    expect(redirectAt(catalogue, from)).toBeUndefined();
    catalogue.remove('c0');
    expect(redirectAt(catalogue, from)?.to).toBe('/faq/');
  });
});
