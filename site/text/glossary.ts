import type { Term } from '../cms/sanity.types.ts';

export interface Letter {
  readonly letter: string;
  readonly terms: readonly Term[];
}

const ALPHABET = new Intl.Collator('en');

/** Terms in alphabetical order, under their first letter. */
export function byLetter(terms: readonly Term[]): readonly Letter[] {
  const sorted = terms.toSorted((a, b) => ALPHABET.compare(a.name, b.name));
  const groups = Map.groupBy(sorted, ({ name }) => (name[0] ?? '').toUpperCase());
  return [...groups].map(([letter, found]) => ({ letter, terms: found }));
}
