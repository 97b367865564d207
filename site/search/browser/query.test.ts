import { describe, expect, test } from 'vitest';
import { formatQuery, parseQuery } from './query.ts';

const nothing = { words: '', kind: undefined, section: undefined };

describe('parseQuery', () => {
  test.for([
    { search: '', query: nothing },
    { search: '?q=+lymph+node+', query: { ...nothing, words: 'lymph node' } },
    { search: '?q=a&kind=claim', query: { ...nothing, words: 'a', kind: 'claim' } },
    { search: '?q=a&kind=person', query: { ...nothing, words: 'a' } },
    {
      search: '?q=a&kind=claim&section=Calm',
      query: { words: 'a', kind: 'claim', section: 'Calm' },
    },
    { search: '?q=a&section=Calm', query: { ...nothing, words: 'a' } },
  ])('$search', ({ search, query }) => {
    expect(parseQuery(search)).toEqual(query);
  });

  test('takes as many words as anybody needs', () => {
    expect(parseQuery(`?q=${'a'.repeat(5000)}`).words).toHaveLength(100);
  });
});

describe('formatQuery', () => {
  test.for(['?q=lymph+node', '?q=a&kind=question', '?q=a%26b&kind=claim&section=Skin+and+shape'])(
    '%s comes back as it was',
    (search) => {
      expect(formatQuery(parseQuery(search))).toBe(search);
    },
  );

  test('leaves the address alone where nothing is looked for', () => {
    expect(formatQuery({ words: '', kind: 'claim', section: undefined })).toBe('');
  });
});
