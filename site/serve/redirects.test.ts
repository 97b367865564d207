import { describe, expect, test } from 'vitest';
import { anArticle } from '../../tests/fixtures/documents.ts';
import { Catalogue } from '../cms/catalogue.ts';
import { circlesIn, deadIn, redirectsOf, toMove, unusedIn } from './redirects.ts';

const now = new Date('2026-06-01T00:00:00Z');
const aRedirect = (_id: string, from: string, to: string) => ({
  _id,
  _type: 'redirect' as const,
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  _rev: 'r1',
  from,
  to,
  permanent: true,
});
const catalogue = new Catalogue(
  [
    aRedirect('1', '/a/', '/b/'),
    aRedirect('2', '/b/', '/c/'),
    aRedirect('3', '/a/', '/second/'),
    aRedirect('4', '/round/', '/round/'),
    aRedirect('5', '/faq/', '/taken/'),
  ],
  now,
);

describe('redirectsOf', () => {
  test('each address once, straight to the end; no circles, no pages of the site', () => {
    expect(redirectsOf(catalogue).map(({ from, to }) => [from, to])).toEqual([
      ['/a/', '/c/'],
      ['/b/', '/c/'],
    ]);
  });
});

describe('circlesIn', () => {
  test('names them', () => {
    expect(circlesIn(catalogue)).toEqual(['/round/']);
  });
});

describe('unusedIn', () => {
  test('names those whose address another redirect or a page has', () => {
    expect(unusedIn(catalogue).toSorted()).toEqual(['/a/', '/faq/']);
  });
});

describe('deadIn', () => {
  test.for([
    { to: '/benefits/there/', dead: [] },
    { to: '/benefits/there?x#y', dead: [] },
    { to: '/benefits/', dead: [] },
    { to: '/rss.xml', dead: [] },
    { to: '/favicon.svg', dead: [] },
    { to: 'https://example.org/gone/', dead: [] },
    { to: '/benefits/gone/', dead: ['/old/', '/older/'] },
  ])('$to', ({ to, dead }) => {
    const redirects = [aRedirect('1', '/old/', to), aRedirect('2', '/older/', '/old/')];
    expect(deadIn(new Catalogue([...redirects, anArticle('there')], now))).toEqual(dead);
  });
});

describe('toMove', () => {
  test.for([
    { to: '/new/', location: '/new/' },
    { to: '/new/?a=b#c', location: '/new/?a=b#c' },
    { to: '/lymphö/a b/', location: '/lymph%C3%B6/a%20b/' },
    { to: '/$host/"', location: '/%24host/%22' },
    { to: '/already%20coded/', location: '/already%20coded/' },
    { to: 'https://example.org/x', location: 'https://example.org/x' },
    { to: '/new/\r\nset-cookie: a', location: '/new/set-cookie:%20a' },
  ])('$to', ({ to, location }) => {
    expect(toMove({ to, permanent: true })).toEqual({ status: 301, location });
    expect(toMove({ to, permanent: false })).toEqual({ status: 302, location });
  });

  test.for(['javascript:alert(1)', 'https://'])('%s leads nowhere', (to) => {
    expect(toMove({ to, permanent: true })).toBeUndefined();
  });
});
