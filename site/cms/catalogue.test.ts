import { describe, expect, test } from 'vitest';
import { aClaim, aComment, anArticle, theSettings } from '../../tests/fixtures/documents.ts';
import { Catalogue } from './catalogue.ts';

const now = new Date('2026-06-01T00:00:00Z');
const reference = (id: string) => ({ _key: id, _type: 'reference' as const, _ref: id });

describe('Catalogue', () => {
  test('lists articles newest first, and by section', () => {
    const catalogue = new Catalogue(
      [
        anArticle('old', { publishedAt: '2025-01-01T00:00:00Z' }),
        anArticle('new', { publishedAt: '2026-05-01T00:00:00Z' }),
        anArticle('elsewhere', { section: 'health' }),
      ],
      now,
    );
    expect(catalogue.articles().map(({ _id }) => _id)).toEqual([
      'article-new',
      'article-elsewhere',
      'article-old',
    ]);
    expect(catalogue.articles('health').map(({ _id }) => _id)).toEqual(['article-elsewhere']);
  });

  test('does not know an article before its time, and knows when that comes', () => {
    const publishedAt = '2026-07-01T00:00:00Z';
    const catalogue = new Catalogue([anArticle('later', { publishedAt })], now);
    expect(catalogue.get('article-later')).toBeUndefined();
    expect(catalogue.articles()).toEqual([]);
    expect(catalogue.article('benefits', 'later')).toBeUndefined();
    expect(catalogue.waiting().map(({ _id }) => _id)).toEqual(['article-later']);

    catalogue.now = new Date(publishedAt);
    expect(catalogue.articles().map(({ _id }) => _id)).toEqual(['article-later']);
    expect(catalogue.waiting()).toEqual([]);
  });

  test('of two with the same slug finds the first id, whichever came last', () => {
    const slug = { _type: 'slug' as const, current: 'same' };
    const catalogue = new Catalogue([anArticle('b', { slug }), anArticle('a', { slug })], now);
    expect(catalogue.article('benefits', 'same')?._id).toBe('article-a');
    catalogue.remove('article-a');
    expect(catalogue.article('benefits', 'same')?._id).toBe('article-b');
  });

  test('tells the same slug in two sections apart', () => {
    const slug = { _type: 'slug' as const, current: 'same' };
    const here = anArticle('a', { slug });
    const there = anArticle('b', { slug, section: 'health' });
    const catalogue = new Catalogue([here, there], now);
    expect(catalogue.article('benefits', 'same')?._id).toBe('article-a');
    expect(catalogue.article('health', 'same')?._id).toBe('article-b');
  });

  test('keeps its lists in order as documents come, change and go', () => {
    const catalogue = new Catalogue([anArticle('a'), anArticle('b')], now);
    catalogue.put(anArticle('c', { publishedAt: '2026-02-01T00:00:00Z' }));
    catalogue.put(anArticle('a', { publishedAt: '2026-03-01T00:00:00Z', section: 'health' }));
    catalogue.remove('article-b');
    expect(catalogue.articles().map(({ _id }) => _id)).toEqual(['article-a', 'article-c']);
    expect(catalogue.articles('benefits').map(({ _id }) => _id)).toEqual(['article-c']);
  });

  test('finds by slug, and no longer by the slug a document had before', () => {
    const catalogue = new Catalogue([anArticle('first')], now);
    catalogue.put(anArticle('first', { slug: { _type: 'slug', current: 'second' } }));
    expect(catalogue.article('benefits', 'first')).toBeUndefined();
    expect(catalogue.article('benefits', 'second')?._id).toBe('article-first');
  });

  test('resolves references of the right type only, leaving out what is missing', () => {
    const catalogue = new Catalogue([aClaim('a'), anArticle('b')], now);
    const references = [reference('claim-a'), reference('claim-gone'), reference('article-b')];
    expect(catalogue.findAll('claim', references).map(({ _id }) => _id)).toEqual(['claim-a']);
    expect(catalogue.find('claim', undefined)).toBeUndefined();
  });

  test('knows who refers to a document, in any depth, until they stop', () => {
    const body = [{ _type: 'claimReference' as const, _key: 'c', claim: reference('claim-a') }];
    const catalogue = new Catalogue([aClaim('a'), anArticle('b', { body })], now);
    expect(catalogue.referencing('claim-a').map(({ _id }) => _id)).toEqual(['article-b']);
    catalogue.put(anArticle('b'));
    expect(catalogue.referencing('claim-a')).toEqual([]);
  });

  test('lists comments of an article oldest first', () => {
    const catalogue = new Catalogue(
      [
        anArticle('a'),
        aComment('second', 'article-a', { submittedAt: '2026-03-02T00:00:00Z' }),
        aComment('first', 'article-a', { submittedAt: '2026-03-01T00:00:00Z' }),
        aComment('other', 'article-b'),
      ],
      now,
    );
    expect(catalogue.comments('article-a').map(({ _id }) => _id)).toEqual(['first', 'second']);
  });

  test('lists a type by order, then by name', () => {
    const catalogue = new Catalogue(
      [aClaim('c', { order: 3 }), aClaim('a', { order: 2 }), aClaim('b', { order: 1 })],
      now,
    );
    expect(catalogue.all('claim').map(({ _id }) => _id)).toEqual(['claim-b', 'claim-a', 'claim-c']);
  });

  test('says what to do when there are no settings', () => {
    expect(() => new Catalogue([], now).settings).toThrow(/npm run import/);
    expect(new Catalogue([theSettings()], now).settings.title).toBe('Lymphwise');
  });
});
