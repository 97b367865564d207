import { describe, expect, test } from 'vitest';
import { syntheticDocuments } from '../../scripts/bench/synthetic-documents.ts';
import { allPaths } from '../cms/all-addresses.ts';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import { aClaim, anArticle, thePublisher, theSettings } from '../../tests/fixtures/documents.ts';
import { LISTED } from '../text/search-listing.ts';
import { NOT_SHOWN, pathsBetween, showingOf } from './touched.ts';

const now = new Date('2026-06-01T00:00:00Z');
const reference = (id: string) => ({ _key: id, _type: 'reference' as const, _ref: id });
const showing = (claim: string) => [
  { _type: 'claimReference' as const, _key: 'c', claim: reference(claim) },
];

describe('showingOf', () => {
  const catalogue = new Catalogue(
    [
      theSettings(),
      thePublisher(),
      aClaim('a'),
      aClaim('b'),
      anArticle('shows-a', { body: showing('claim-a') }),
      anArticle('plain', { section: 'health', related: [reference('article-shows-a')] }),
    ] satisfies Doc[],
    now,
  );
  const touched = (id: string): readonly string[] => [...showingOf(catalogue, id).paths];

  test('an article: its page, its lists, and the pages that relate to it', () => {
    const paths = touched('article-shows-a');
    expect(paths).toContain('/benefits/shows-a/');
    expect(paths).toContain('/benefits/');
    expect(paths).toContain('/');
    expect(paths).toContain('/rss.xml');
    expect(paths).toContain('/sitemap.xml');
    expect(paths).toContain('/health/plain/');
    expect(paths).not.toContain('/health/');
  });

  test('a claim: the evidence page, the article that shows it, and the lists that show its grade', () => {
    const paths = touched('claim-a');
    expect(paths).toContain('/evidence/');
    expect(paths).toContain('/benefits/shows-a/');
    expect(paths).toContain('/benefits/');
    expect(touched('claim-b')).not.toContain('/benefits/shows-a/');
  });

  test.for(['settings', 'person-lymphwise'])('%s: everything', (id) => {
    expect(new Set(touched(id))).toEqual(allPaths(catalogue));
  });

  test('a document that does not exist: nothing', () => {
    expect(touched('article-missing')).toEqual([]);
  });
});

describe('pathsBetween', () => {
  const many = syntheticDocuments(2 * LISTED + 100);

  /** What a change of one article touches. */
  const touchedBy = (id: string, fields: object): readonly string[] => {
    const catalogue = new Catalogue(many, now);
    const before = showingOf(catalogue, id);
    const article = catalogue.find('article', { _ref: id });
    if (article !== undefined) catalogue.put({ ...article, ...fields });
    return [...pathsBetween(catalogue, before, showingOf(catalogue, id))];
  };
  const lists = ['/', '/benefits/', '/search/', '/rss.xml'];

  test.for([
    { index: 2 * LISTED + 98, shown: lists },
    // Benefits has every other one: 20 of them make a page, and 200 are listed where one searches.
    { index: 2 * LISTED + 60, shown: ['/benefits/', '/search/'] },
    { index: 2 * LISTED, shown: ['/search/'] },
    { index: 8, shown: [] },
  ])('the title of article $index: of the lists, those that show it', ({ index, shown }) => {
    const touched = touchedBy(`article-${index}`, { title: 'Another title' });
    expect(touched.filter((path) => lists.includes(path)).toSorted()).toEqual(shown.toSorted());
    expect(touched).toContain(`/benefits/article-${index}/`);
  });

  test('what an article leans on: the bibliography, which counts it', () => {
    expect(touchedBy('article-8', { body: [] })).toContain('/references/');
  });

  test('a page that comes: whatever shows it', () => {
    const catalogue = new Catalogue(many, now);
    const newest = `article-${2 * LISTED + 98}`;
    const touched = pathsBetween(catalogue, NOT_SHOWN, showingOf(catalogue, newest));
    expect([...touched]).toEqual(expect.arrayContaining([...lists, '/references/']));
  });
});
