import { describe, expect, test } from 'vitest';
import { aClaim, anArticle, theSettings } from '../../tests/fixtures/documents.ts';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import { cardAt, cardNamed, cards, cardWords } from './cards.ts';

const now = new Date('2026-06-01T00:00:00Z');
const claim = aClaim('calms', { grade: 'moderate' });
const body = [
  {
    _type: 'claimReference' as const,
    _key: 'k',
    claim: { _type: 'reference' as const, _ref: claim._id },
  },
];
const article = anArticle('calm', { title: 'Does it calm you?', body });
const catalogueOf = (...docs: Doc[]): Catalogue => new Catalogue([theSettings(), ...docs], now);
const catalogue = catalogueOf(article, claim);
const PATH = '/benefits/calm/';

describe('cardAt', () => {
  test('draws the title, the section and the grades of an article', () => {
    expect(cardAt(PATH, catalogue).card).toEqual({
      name: 'Lymphwise',
      label: 'Benefits',
      title: 'Does it calm you?',
      grades: [{ grade: 'moderate', count: 1 }],
      motif: 'upper-body',
    });
  });

  test.for([
    ['its title', [{ ...article, title: 'Another' }, claim]],
    ['a claim’s grade', [article, { ...claim, grade: 'none' as const }]],
  ] as const)('has another name when %s changes', ([, docs]) => {
    expect(cardAt(PATH, catalogueOf(...docs)).path).not.toBe(cardAt(PATH, catalogue).path);
  });

  test('keeps its name when only what it does not show changes', () => {
    const edited = catalogueOf({ ...article, summary: 'Another.', _rev: 'r2' }, claim);
    expect(cardAt(PATH, edited).path).toBe(cardAt(PATH, catalogue).path);
  });

  test.for([
    ['/benefits/page/2/', '/benefits/'],
    ['/privacy/', '/about/'],
    ['/health/calm/', '/health/'],
  ] as const)('%s has the card of %s', ([path, other]) => {
    expect(cardAt(path, catalogue)).toEqual(cardAt(other, catalogue));
  });
});

describe('cards', () => {
  test('lists the card of every page, each findable by its name', () => {
    const all = cards(catalogue);
    for (const path of [
      PATH,
      '/',
      '/benefits/',
      '/health/',
      '/technique/',
      '/evidence/',
      '/about/',
      '/404.html',
    ]) {
      expect(all).toContainEqual(cardAt(path, catalogue));
    }
    for (const card of all) expect(cardNamed(card.path, catalogue)).toEqual(card);
    expect(cardNamed('/og/calm-00000000.png', catalogue)).toBeUndefined();
  });
});

describe('cardWords', () => {
  test('says what is drawn', () => {
    expect(cardWords(cardAt(PATH, catalogue).card)).toBe(
      'Does it calm you? Benefits, Lymphwise. Claims by evidence: 1 moderate.',
    );
  });
});
