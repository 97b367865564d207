import { describe, expect, test } from 'vitest';
import { aClaim, anArticle } from '../../tests/fixtures/documents.ts';
import { ARTICLES_PER_PAGE } from '../cms/addresses.ts';
import { aCatalogue } from './fixtures.ts';
import { archiveListing, sectionFront, toArticleEntry } from './sections.ts';

const catalogueOf = (count: number) =>
  aCatalogue(
    Array.from({ length: count }, (_, index) =>
      anArticle(`a${index}`, {
        publishedAt: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
      }),
    ),
  );

const show = (stem: string, key: string) => ({
  _key: key,
  _type: 'claimReference' as const,
  claim: { _type: 'reference' as const, _ref: `claim-${stem}` },
});

describe('sectionFront', () => {
  test.for([
    { count: ARTICLES_PER_PAGE, older: undefined },
    { count: ARTICLES_PER_PAGE + 1, older: '/benefits/page/1/' },
    { count: 2 * ARTICLES_PER_PAGE, older: '/benefits/page/1/' },
    { count: 2 * ARTICLES_PER_PAGE + 1, older: '/benefits/page/2/' },
  ])('$count articles: older ones at $older', ({ count, older }) => {
    const front = sectionFront(catalogueOf(count), 'benefits');
    expect(front.entries).toHaveLength(ARTICLES_PER_PAGE);
    expect(front.older).toBe(older);
  });

  test('every article can be reached by going to older ones', () => {
    const catalogue = catalogueOf(3 * ARTICLES_PER_PAGE + 7);
    const seen = new Set<string>();
    let listing: ReturnType<typeof archiveListing> = sectionFront(catalogue, 'benefits');
    while (listing) {
      for (const { href } of listing.entries) seen.add(href);
      listing = archiveListing(catalogue, 'benefits', listing.older?.match(/\d+/u)?.[0]);
    }
    expect(seen.size).toBe(3 * ARTICLES_PER_PAGE + 7);
  });
});

describe('archiveListing', () => {
  test.for(['0', '3', '01', 'x', undefined])('there is no page %s', (page) => {
    expect(archiveListing(catalogueOf(ARTICLES_PER_PAGE + 1), 'benefits', page)).toBeUndefined();
  });
});

describe('toArticleEntry', () => {
  test('counts each claim once, best grade first', () => {
    const article = anArticle('a', { body: [show('x', '1'), show('y', '2'), show('x', '3')] });
    const catalogue = aCatalogue([
      article,
      aClaim('x', { grade: 'none' }),
      aClaim('y', { grade: 'strong' }),
    ]);
    expect(toArticleEntry(article, catalogue).grades).toEqual([
      { grade: 'strong', count: 1 },
      { grade: 'none', count: 1 },
    ]);
  });
});
