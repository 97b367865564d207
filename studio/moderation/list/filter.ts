/** What narrows the lists down. */
export interface Filter {
  /** As typed. */
  readonly search: string;
  /** Comments from this address only. */
  readonly email: string | undefined;
  /** Comments on this page only. */
  readonly page: { readonly id: string; readonly title: string } | undefined;
}

export const NO_FILTER: Filter = { search: '', email: undefined, page: undefined };

const MAX_WORDS = 8;
const BREAK = /[^\p{L}\p{N}_]+/u;

/** The words of a search, each as the beginning of a word to find: `ann@rea` gives `ann*` and `rea*`. */
export function toPatterns(search: string): readonly string[] {
  const words = search.split(BREAK).filter((word) => word !== '');
  return words.slice(0, MAX_WORDS).map((word) => `${word}*`);
}

export function isFiltered({ search, email, page }: Filter): boolean {
  return toPatterns(search).length > 0 || email !== undefined || page !== undefined;
}

/** A name for a filter, so that a change of it begins at the top of the list again. */
export function toFilterKey({ search, email, page }: Filter): string {
  return JSON.stringify([toPatterns(search), email, page?.id]);
}
