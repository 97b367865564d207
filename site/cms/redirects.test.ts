import { describe, expect, test } from 'vitest';
import { anArticle } from '../../tests/fixtures/documents.ts';
import { allPaths, redirectAt } from './all-addresses.ts';
import { Catalogue } from './catalogue.ts';
import { addressesLeadingTo, targetOf } from './redirects.ts';
import type { Redirect } from './sanity.types.ts';

const now = new Date('2026-06-01T00:00:00Z');

/** Each step as `/from/ /to/`; with `for now` behind it, it is not permanent. */
function redirects(...steps: readonly string[]): readonly Redirect[] {
  return steps.map((step, index) => {
    const [from = '', to = '', ...rest] = step.split(' ');
    return {
      _id: `redirect-${index}`,
      _type: 'redirect',
      _createdAt: '2026-01-01T00:00:00Z',
      _updatedAt: '2026-01-01T00:00:00Z',
      _rev: 'r1',
      from,
      to,
      permanent: rest.length === 0,
    };
  });
}

describe('targetOf', () => {
  test.for([
    ['/b/', '/b/'],
    ['/b', '/b/'],
    ['/b/?x=1#y', '/b/'],
    ['/b/index.html', '/b/'],
    ['/%62/', '/b/'],
    ['/rss.xml', '/rss.xml'],
    ['/', '/'],
    ['https://example.org/b/', undefined],
    ['//example.org/b/', undefined],
    ['javascript:alert(1)', undefined],
  ] as const)('%s leads to %s', ([to, target]) => {
    expect(targetOf({ to })).toBe(target);
  });
});

function leads(steps: readonly string[], path: string): string | undefined {
  return redirectAt(new Catalogue([...redirects(...steps), anArticle('page')], now), path)?.to;
}

describe('redirectAt', () => {
  test.for([
    '/benefits/page/index.html/',
    '/faq/index.html.gz/',
    '/old/index.html/',
    '/favicon.svg/',
    '/rss.xml/',
    '/robots.txt.br/old/',
    '/drawn/vessel.svg/',
  ])('no folder can lie below the file of %s', (from) => {
    const catalogue = new Catalogue(redirects(`${from} /faq/`), now);
    expect(redirectAt(catalogue, from)).toBeUndefined();
    expect(allPaths(catalogue)).not.toContain(from);
  });

  test('leads straight to the end of a chain', () => {
    expect(leads(['/a/ /b/', '/b/ /c', '/c/ https://example.org/'], '/a/')).toBe(
      'https://example.org/',
    );
  });

  test('a page of the site ends a chain', () => {
    expect(leads(['/a/ /benefits/page/', '/benefits/page/ /c/'], '/a/')).toBe('/benefits/page/');
  });

  test.for([
    { what: 'to itself', steps: ['/a/ /a/'] },
    { what: 'to itself in other words', steps: ['/a/ /a?x'] },
    { what: 'to itself as a file', steps: ['/a/ /a/index.html#x'] },
    { what: 'to and fro', steps: ['/a/ /b/', '/b/ /a/'] },
    { what: 'into a circle', steps: ['/a/ /b/', '/b/ /c/', '/c/ /b/#x'] },
  ])('one that leads $what is none', ({ steps }) => {
    expect(leads(steps, '/a/')).toBeUndefined();
    const catalogue = new Catalogue(redirects(...steps), now);
    expect(allPaths(catalogue)).not.toContain('/a/');
  });

  test.for(['/', '/benefits/', '/health/page/1/', '/benefits/page/', '/images/', '/api/health/'])(
    'the site keeps %s for itself',
    (path) => {
      expect(leads([`${path} /b/`], path)).toBeUndefined();
    },
  );

  test('is for good only where every step is', () => {
    const catalogue = new Catalogue(redirects('/a/ /b/', '/b/ /c/ for now', '/x/ /y/'), now);
    expect(redirectAt(catalogue, '/a/')?.permanent).toBe(false);
    expect(redirectAt(catalogue, '/x/')?.permanent).toBe(true);
  });

  test('follows changes of the catalogue', () => {
    const catalogue = new Catalogue(redirects('/a/ /b/', '/b/ /c/'), now);
    catalogue.remove('redirect-1');
    expect(redirectAt(catalogue, '/a/')?.to).toBe('/b/');
    expect(catalogue.redirectsTo('/c/')).toEqual([]);
  });
});

describe('addressesLeadingTo', () => {
  test('in any number of steps, circles too', () => {
    const steps = redirects('/a/ /b/?x', '/b/ /c/', '/c/ /a/', '/x/ /c/', '/y/ /z/');
    expect([...addressesLeadingTo(new Catalogue(steps, now), '/c/')].toSorted()).toEqual([
      '/a/',
      '/b/',
      '/c/',
      '/x/',
    ]);
  });
});
