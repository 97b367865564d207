import { describe, expect, test } from 'vitest';
import { aClaim } from '../../tests/fixtures/documents.ts';
import type { BodyContent } from '../cms/sanity.types.ts';
import { toBody } from './body.ts';
import { createCitations } from './citations.ts';
import { aBlock, aCatalogue, aSource, aTerm, cites } from './fixtures.ts';

const catalogue = aCatalogue([
  aTerm('node'),
  aSource('a'),
  aSource('b'),
  aClaim('flow', { citations: [{ _key: 'k', ...cites('b') }] }),
]);
const bodyOf = (content: BodyContent) => toBody(content, catalogue, createCitations(catalogue));
const claim = (stem: string) => ({
  _key: stem,
  _type: 'claimReference' as const,
  claim: { _type: 'reference' as const, _ref: `claim-${stem}` },
});
const naming = (text: string) =>
  aBlock(
    text,
    {},
    { _key: 'm', _type: 'glossaryTerm', term: { _type: 'reference', _ref: 'term-node' } },
  );

describe('toBody', () => {
  test('keeps runs of text together and blocks in their place', () => {
    const { parts } = bodyOf([aBlock('One'), aBlock('Two'), claim('flow'), aBlock('Three')]);
    expect(parts.map(({ kind }) => kind)).toEqual(['text', 'claim', 'text']);
    expect(parts[0]).toMatchObject({ html: '<p>One</p><p>Two</p>' });
  });

  test('numbers sources in the order of reading, claims among them', () => {
    const citations = createCitations(catalogue);
    const cited = aBlock('x', {}, { _key: 'm', ...cites('a') });
    toBody([claim('flow'), cited], catalogue, citations);
    expect(citations.references().map(({ source }) => source._id)).toEqual([
      'source-b',
      'source-a',
    ]);
  });

  test('leaves out a claim that is not public', () => {
    expect(bodyOf([claim('gone')]).parts).toEqual([]);
  });

  test('explains a term beside the paragraph that first names it', () => {
    const { parts } = bodyOf([aBlock('One'), naming('node'), naming('node again')]);
    expect(
      parts.map((part) => (part.kind === 'text' ? part.terms.map(({ name }) => name) : [])),
    ).toEqual([[], ['node']]);
  });

  test('lists second-level headings with ids of their own', () => {
    const { headings, parts } = bodyOf([
      aBlock('Why', { style: 'h2', _key: '1' }),
      aBlock('Why', { style: 'h3', _key: '2' }),
      aBlock('Why', { style: 'h2', _key: '3' }),
    ]);
    expect(headings.map(({ id }) => id)).toEqual(['why', 'why-3']);
    expect(parts[0]).toMatchObject({
      html: '<h2 id="why">Why</h2><h3 id="why-2">Why</h3><h2 id="why-3">Why</h2>',
    });
  });
});
