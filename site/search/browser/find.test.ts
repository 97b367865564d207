import { describe, expect, test } from 'vitest';
import type { Kind } from '../kinds.ts';
import { countWords, findAll } from './find.ts';
import type { Query } from './query.ts';
import { toFound, type SearchIndex } from './search-index.ts';

interface Match {
  readonly kind: Kind;
  readonly section: string;
  readonly score: number;
}

/** An index in which everything matches. */
function anIndex(matches: readonly Match[]): SearchIndex {
  return {
    find: async (_words, kind, section) => {
      const found = matches
        .filter((match) => match.kind === kind && (section ?? match.section) === match.section)
        .toSorted((a, b) => b.score - a.score);
      const sections = Object.groupBy(found, (match) => match.section);
      return {
        count: found.length,
        score: found[0]?.score ?? 0,
        sections: Object.fromEntries(
          Object.entries(sections).map(([name, list]) => [name, list?.length ?? 0]),
        ),
        load: async (count) =>
          found.slice(0, count).map((match) => toFound({ url: `/${match.score}/` })),
      };
    },
  };
}

const all: Query = { words: 'lymph', kind: undefined, section: undefined };
const index = anIndex([
  ...Array.from({ length: 6 }, (_, score) => ({
    kind: 'article' as const,
    section: score < 2 ? 'Benefits' : 'Health topics',
    score,
  })),
  { kind: 'claim', section: 'Calm', score: 9 },
]);

describe('findAll', () => {
  test('shows a few of each kind, the kind with the best match first', async () => {
    const { groups, counts, sections } = await findAll(index, all, 20);
    expect(groups.map(({ kind, found }) => [kind, found.length])).toEqual([
      ['claim', 1],
      ['article', 4],
    ]);
    expect(counts).toMatchObject({ article: 6, claim: 1, question: 0 });
    expect(sections).toEqual([]);
  });

  test('shows as many of the kind that is asked for as were asked for, and its sections', async () => {
    const { groups, counts, sections } = await findAll(index, { ...all, kind: 'article' }, 5);
    expect(groups.map(({ kind, found }) => [kind, found.length])).toEqual([['article', 5]]);
    expect(counts.claim).toBe(1);
    expect(sections).toEqual([
      { section: 'Health topics', count: 4 },
      { section: 'Benefits', count: 2 },
    ]);
  });

  test('keeps to a section, and still offers the others', async () => {
    const query = { ...all, kind: 'article', section: 'Benefits' } as const;
    const { groups, sections } = await findAll(index, query, 20);
    expect(groups.map(({ count }) => count)).toEqual([2]);
    expect(sections).toHaveLength(2);
  });
});

describe('countWords', () => {
  test.for([
    { kind: undefined, words: '7 results for “lymph”' },
    { kind: 'claim' as const, words: '1 result for “lymph”' },
    { kind: 'word' as const, words: 'Nothing found for “lymph”' },
  ])('$words', async ({ kind, words }) => {
    expect(countWords(await findAll(index, { ...all, kind }, 20), 'lymph')).toBe(words);
  });
});

describe('toFound', () => {
  test('names the part of a page that holds most of what was looked for', () => {
    const found = toFound({
      url: '/a/',
      excerpt: 'b',
      meta: { title: 'A', grade: 'strong' },
      filters: { section: ['Calm'] },
      sub_results: [
        { url: '/a/', title: 'A', locations: [1, 2, 3] },
        { url: '/a/#one', title: 'one', locations: [4] },
        { url: '/a/#two', title: 'two', locations: [5, 6] },
      ],
    });
    expect(found).toEqual({
      url: '/a/',
      title: 'A',
      excerpt: 'b',
      section: 'Calm',
      grade: 'strong',
      part: { url: '/a/#two', title: 'two' },
    });
  });

  test.for([undefined, 'text', {}, { meta: 1, filters: [], sub_results: {} }])(
    'bears with %o',
    (data) => {
      expect(toFound(data)).toMatchObject({ url: '', title: '', part: undefined });
    },
  );
});
