import { describe, expect, test } from 'vitest';
import { aCatalogue, aSource, cites } from './fixtures.ts';
import { createCitations } from './citations.ts';

const catalogue = aCatalogue([aSource('a'), aSource('b')]);

describe('createCitations', () => {
  test('numbers sources by first mention, and each mention of one', () => {
    const citations = createCitations(catalogue);
    expect(citations.cite(cites('b'))).toMatchObject({ number: 1, id: 'cite-1-1', href: '#ref-1' });
    expect(citations.cite(cites('a'))).toMatchObject({ number: 2, id: 'cite-2-1', href: '#ref-2' });
    expect(citations.cite(cites('b'))).toMatchObject({ number: 1, id: 'cite-1-2' });
  });

  test('lists what was cited, with the way back to each mention', () => {
    const citations = createCitations(catalogue);
    citations.citeAll([cites('b'), { ...cites('b'), locator: 'p. 12' }]);
    expect(citations.references()).toMatchObject([
      {
        number: 1,
        id: 'ref-1',
        source: { _id: 'source-b' },
        mentions: [{ locator: undefined }, { locator: 'p. 12' }],
      },
    ]);
  });

  test('leaves out a source that is not public', () => {
    const citations = createCitations(catalogue);
    expect(citations.cite(cites('missing'))).toBeUndefined();
    expect(citations.references()).toEqual([]);
  });

  test('two pages do not share numbers', () => {
    createCitations(catalogue).cite(cites('a'));
    expect(createCitations(catalogue).cite(cites('b'))?.number).toBe(1);
  });
});
