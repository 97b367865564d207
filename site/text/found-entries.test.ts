import { describe, expect, test } from 'vitest';
import { aClaim, anArticle } from '../../tests/fixtures/documents.ts';
import { parseFoundEntries } from '../search/found-entry.ts';
import { aCatalogue, aTerm } from './fixtures.ts';
import { toFoundEntries } from './found-entries.ts';

describe('toFoundEntries', () => {
  const entries = toFoundEntries(
    aCatalogue([
      anArticle('a'),
      aClaim('c', { topic: 'calm', grade: 'none' }),
      aTerm('oedema', { alsoCalled: ['edema'] }),
    ]),
  );

  test('claims and words, not pages', () => {
    expect(entries.map(({ url }) => url)).toEqual(['/evidence/#claim-c', '/glossary/#term-oedema']);
  });

  test('a claim says its topic and grade', () => {
    expect(entries[0]).toMatchObject({ kind: 'claim', section: 'Calm', grade: 'none' });
  });

  test('a word is found by its other names', () => {
    expect(entries[1]?.text).toContain('edema');
  });

  test('what the page writes, the index reads', () => {
    expect(parseFoundEntries(JSON.stringify(entries))).toEqual(entries);
  });
});
