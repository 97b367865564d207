import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aClaim, aComment, anArticle, theSettings } from '../../tests/fixtures/documents.ts';
import { Catalogue } from './catalogue.ts';

const now = new Date('2026-06-01T00:00:00Z');
const reference = (id: string) => ({ _key: id, _type: 'reference' as const, _ref: id });

const day = (of: number) => new Date(Date.UTC(2026, 5, 1 + of));
const turning = (catalogue: Catalogue, time: string) =>
  catalogue.turningBy(new Date(time)).map(({ _id }) => _id);

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

  test('tells of pages that another keeps from their address', () => {
    const slug = { _type: 'slug' as const, current: 'a' };
    const catalogue = new Catalogue(
      [anArticle('a'), anArticle('b', { slug }), anArticle('c')],
      now,
    );
    const pairs = catalogue.contested().map(({ page, shown }) => [page._id, shown._id]);
    expect(pairs).toEqual([['article-b', 'article-a']]);
  });

  test('does not know an article before its time, and knows when that comes', () => {
    const publishedAt = '2026-07-01T00:00:00Z';
    const catalogue = new Catalogue([anArticle('later', { publishedAt })], now);
    expect(catalogue.get('article-later')).toBeUndefined();
    expect(catalogue.articles()).toEqual([]);
    expect(catalogue.article('benefits', 'later')).toBeUndefined();
    expect(catalogue.nextTurn).toEqual(new Date(publishedAt));

    catalogue.now = new Date(publishedAt);
    expect(catalogue.articles().map(({ _id }) => _id)).toEqual(['article-later']);
    expect(catalogue.nextTurn).toBeUndefined();
  });

  test('knows when comments close by themselves, whatever becomes of settings and pages', () => {
    const settings = { ...theSettings(), commentsCloseAfterDays: 30 };
    const publishedAt = '2026-05-20T00:00:00Z';
    const shut = anArticle('shut', { publishedAt, commentsOpen: false });
    const catalogue = new Catalogue([settings, anArticle('a', { publishedAt }), shut], now);
    expect(catalogue.nextTurn).toEqual(new Date('2026-06-19T00:00:00Z'));
    expect(turning(catalogue, '2026-06-18T23:59:59Z')).toEqual([]);
    expect(turning(catalogue, '2026-06-19T00:00:00Z')).toEqual(['article-a']);

    catalogue.put({ ...settings, commentsCloseAfterDays: 20 });
    expect(turning(catalogue, '2026-06-09T00:00:00Z')).toEqual(['article-a']);
    catalogue.put(anArticle('a', { publishedAt: '2026-06-02T00:00:00Z' }));
    expect(turning(catalogue, '2026-06-30T00:00:00Z')).toEqual(['article-a']);
    expect(catalogue.nextTurn).toEqual(new Date('2026-06-02T00:00:00Z'));
    catalogue.now = new Date('2026-06-02T00:00:00Z');
    expect(catalogue.nextTurn).toEqual(new Date('2026-06-22T00:00:00Z'));
    catalogue.put(theSettings());
    expect(catalogue.nextTurn).toBeUndefined();
  });

  test('at any moment knows the pages that turn next, as one made anew does', () => {
    const days = fc.integer({ min: 0, max: 40 });
    const step = fc.oneof(
      fc.record({ stem: fc.constantFrom('a', 'b', 'c'), from: days, open: fc.boolean() }),
      fc.record({ gone: fc.constantFrom('a', 'b', 'c') }),
      fc.record({ closeAfter: fc.option(days, { nil: undefined }) }),
      fc.record({ on: days }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const catalogue = new Catalogue([theSettings()], day(0));
        for (const each of steps) {
          if ('on' in each) catalogue.now = day(each.on);
          else if ('gone' in each) catalogue.remove(`article-${each.gone}`);
          else if ('closeAfter' in each) {
            const { closeAfter } = each;
            catalogue.put(
              closeAfter === undefined
                ? theSettings()
                : { ...theSettings(), commentsCloseAfterDays: closeAfter },
            );
          } else {
            const publishedAt = day(each.from).toISOString();
            catalogue.put(anArticle(each.stem, { publishedAt, commentsOpen: each.open }));
          }
          const anew = new Catalogue(catalogue.documents(), catalogue.now);
          expect(catalogue.nextTurn).toEqual(anew.nextTurn);
          expect(catalogue.turningBy(day(99))).toEqual(anew.turningBy(day(99)));
          expect(catalogue.articles()).toEqual(anew.articles());
        }
      }),
    );
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
    const ids = () => catalogue.comments('article-a').map(({ _id }) => _id);
    expect(ids()).toEqual(['first', 'second']);
    const before = catalogue.comments('article-a');
    catalogue.put(aComment('zeroth', 'article-a', { submittedAt: '2026-02-28T00:00:00Z' }));
    catalogue.put(aComment('first', 'article-a', { submittedAt: '2026-03-03T00:00:00Z' }));
    expect(ids()).toEqual(['zeroth', 'second', 'first']);
    catalogue.remove('second');
    catalogue.put(aComment('first', 'article-b'));
    expect(ids()).toEqual(['zeroth']);
    expect(before.map(({ _id }) => _id)).toEqual(['first', 'second']);
    expect(catalogue.comments('article-b').map(({ _id }) => _id)).toEqual(['first', 'other']);
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
