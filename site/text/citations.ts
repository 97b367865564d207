import type { Catalogue } from '../cms/catalogue.ts';
import type { Citation, Source } from '../cms/sanity.types.ts';

/** One mention of a source: its number on this page, and the id that the way back leads to. */
export interface Cited {
  readonly number: number;
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly locator: string | undefined;
}

/** One line of the list at the foot of a page. */
export interface Reference {
  readonly number: number;
  readonly id: string;
  readonly source: Source;
  readonly mentions: readonly Cited[];
}

export interface Citations {
  /** Numbers a citation; undefined when its source is not public. */
  cite(citation: Pick<Citation, 'source' | 'locator'>): Cited | undefined;
  citeAll(citations: readonly Pick<Citation, 'source' | 'locator'>[] | undefined): readonly Cited[];
  /** What was cited so far, in the order of first mention. */
  references(): readonly Reference[];
}

/**
 * Numbers the sources of one page by first mention.
 *
 * Call it in the order of reading: the same content then always gives the same numbers.
 */
export function createCitations(catalogue: Pick<Catalogue, 'find'>): Citations {
  const entries = new Map<string, { source: Source; mentions: Cited[] }>();

  const cite: Citations['cite'] = ({ source: reference, locator }) => {
    const source = catalogue.find('source', reference);
    if (!source) return undefined;
    const entry = entries.get(source._id) ?? { source, mentions: [] };
    entries.set(source._id, entry);
    const number = [...entries.keys()].indexOf(source._id) + 1;
    const cited: Cited = {
      number,
      id: `cite-${number}-${entry.mentions.length + 1}`,
      href: `#ref-${number}`,
      title: source.title,
      locator,
    };
    entry.mentions.push(cited);
    return cited;
  };

  return {
    cite,
    citeAll: (citations) => (citations ?? []).flatMap((citation) => cite(citation) ?? []),
    references: () =>
      [...entries.values()].map(({ source, mentions }, index) => ({
        number: index + 1,
        id: `ref-${index + 1}`,
        source,
        mentions,
      })),
  };
}
