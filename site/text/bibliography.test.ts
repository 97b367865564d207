import { describe, expect, test } from 'vitest';
import { aClaim, anArticle } from '../../tests/fixtures/documents.ts';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import { toBibliography } from './bibliography.ts';

const source = { _type: 'reference' as const, _ref: 'source-a' };
const citing = (stem: string): Doc =>
  anArticle(stem, {
    body: [
      {
        _type: 'block',
        _key: 'a',
        children: [],
        markDefs: [{ _type: 'citation', _key: 'c', source }],
      },
    ],
  });
const theSource: Doc = {
  _id: 'source-a',
  _type: 'source',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  _rev: 'r1',
  title: 'A source',
};
const usesWith = (documents: readonly Doc[]) =>
  toBibliography(new Catalogue([theSource, ...documents], new Date('2026-06-01T00:00:00Z')))[0];

describe('toBibliography', () => {
  test('names claims first, then pages', () => {
    const claim = aClaim('x', { citations: [{ _key: 'a', _type: 'citation', source }] });
    expect(usesWith([citing('a'), claim])?.uses.map(({ href }) => href)).toEqual([
      '/evidence/#claim-x',
      '/benefits/a/',
    ]);
  });

  test('names five pages at most, the same whatever order they came in, and counts them all', () => {
    const pages = ['g', 'b', 'e', 'a', 'f', 'c', 'd'].map(citing);
    const entry = usesWith(pages);
    expect(entry?.total).toBe(7);
    expect(entry?.uses.map(({ label }) => label.at(-1))).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(usesWith(pages.toReversed())).toEqual(entry);
  });
});
