import { KINDS, type Kind } from '../kinds.ts';
import type { Query } from './query.ts';
import type { Found, SearchIndex } from './search-index.ts';

/** What was found of one kind. */
export interface FoundGroup {
  readonly kind: Kind;
  readonly label: string;
  readonly count: number;
  /** The best of them. */
  readonly found: readonly Found[];
}

export interface Findings {
  /** All of what matches the words, by kind, whichever kind is asked for. */
  readonly counts: Readonly<Record<Kind, number>>;
  /** The kinds to show, the one with the best match first. */
  readonly groups: readonly FoundGroup[];
  /** Sections of the kind that is asked for, by name, where there is a choice. */
  readonly sections: readonly { readonly section: string; readonly count: number }[];
}

const FEW = 4;

/**
 * Looks for words in each kind.
 *
 * @param shown how many to load of the kind that is asked for; of each of several kinds, a few
 */
export async function findAll(index: SearchIndex, query: Query, shown: number): Promise<Findings> {
  const { words, kind: wanted, section } = query;
  const all = await Promise.all(
    KINDS.map(async ({ kind, label }) => ({
      kind,
      label,
      matches: await index.find(words, kind, undefined),
    })),
  );
  const asked = all
    .filter(({ kind, matches }) => matches.count > 0 && (wanted ?? kind) === kind)
    .toSorted((a, b) => b.matches.score - a.matches.score);
  const groups = await Promise.all(
    asked.map(async ({ kind, label, matches }) => {
      const narrowed = section === undefined ? matches : await index.find(words, kind, section);
      const found = await narrowed.load(wanted === undefined ? FEW : shown);
      return { kind, label, count: narrowed.count, found };
    }),
  );
  const sections = Object.entries(asked[0]?.matches.sections ?? {})
    .map(([name, count]) => ({ section: name, count }))
    .toSorted((a, b) => b.count - a.count || (a.section < b.section ? -1 : 1));
  const count = (kind: Kind): number => all.find((each) => each.kind === kind)?.matches.count ?? 0;
  return {
    counts: {
      article: count('article'),
      technique: count('technique'),
      claim: count('claim'),
      question: count('question'),
      word: count('word'),
      page: count('page'),
    },
    groups: groups.filter((group) => group.count > 0),
    sections: wanted === undefined || sections.length < 2 ? [] : sections,
  };
}

/** "1 result", "12 results in 3 kinds" */
export function countWords({ groups }: Findings, words: string): string {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  if (count === 0) return `Nothing found for “${words}”`;
  return `${count} ${count === 1 ? 'result' : 'results'} for “${words}”`;
}
