import { describe, expect, test } from 'vitest';
import { aClaim, anArticle } from '../../tests/fixtures/documents.ts';
import { aCatalogue, aTerm } from './fixtures.ts';
import { firstSentence, LISTED, toSearchListing } from './search-listing.ts';

describe('toSearchListing', () => {
  test('leaves groups out that hold nothing', () => {
    const groups = toSearchListing(aCatalogue([anArticle('a'), aTerm('lymph')]));
    expect(groups.map(({ id }) => id)).toEqual(['benefits', 'words']);
  });

  test('puts claims under their topics, each with its grade', () => {
    const [group] = toSearchListing(
      aCatalogue([aClaim('a', { topic: 'calm', grade: 'none' }), aClaim('b', { topic: 'body' })]),
    );
    expect(group?.sections.map(({ title }) => title)).toEqual(['How lymph works', 'Calm']);
    expect(group?.sections[1]?.entries[0]?.grade).toBe('none');
  });

  test.for([
    { count: LISTED, more: undefined },
    {
      count: LISTED + 1,
      more: { href: '/benefits/', text: `All ${LISTED + 1} articles, newest first` },
    },
  ])('$count articles of a section: as many as a page bears', ({ count, more }) => {
    const articles = Array.from({ length: count }, (_, index) => anArticle(`a${index}`));
    const [group] = toSearchListing(aCatalogue(articles));
    expect(group?.sections[0]?.entries).toHaveLength(LISTED);
    expect(group?.more).toEqual(more);
  });
});

describe('firstSentence', () => {
  test.for([
    { text: 'One. Two.', first: 'One.' },
    { text: 'Is it? It is.', first: 'Is it?' },
    { text: 'No stop', first: 'No stop' },
    { text: '', first: '' },
  ])('$text', ({ text, first }) => {
    expect(firstSentence(text)).toBe(first);
  });
});
