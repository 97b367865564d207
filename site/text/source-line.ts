import type { Source } from '../cms/sanity.types.ts';

export interface SourceLink {
  readonly label: string;
  readonly href: string;
}

/** A source as its printed line: parts that a page sets in different type. */
export interface SourceLine {
  readonly authors: string | undefined;
  readonly title: string;
  /** Journal or publisher. */
  readonly container: string | undefined;
  /** Year, volume, issue and pages: `2015;29(2):100-110`. */
  readonly place: string | undefined;
  readonly kind: string | undefined;
  readonly links: readonly SourceLink[];
}

const KINDS: Readonly<Record<NonNullable<Source['kind']>, string>> = {
  'systematic-review': 'systematic review',
  'randomised-trial': 'randomised trial',
  observational: 'observational study',
  animal: 'animal study',
  laboratory: 'laboratory study',
  guideline: 'guideline',
  information: 'information for patients',
  review: 'review',
};

const withStop = (words: string): string => (/[.?!]$/u.test(words) ? words : `${words}.`);

function placeOf({ year, volume, issue, pages }: Source): string | undefined {
  const part = `${volume ?? ''}${issue ? `(${issue})` : ''}`;
  const found = [part, pages].filter(Boolean).join(':');
  const place = [year?.toString(), found].filter(Boolean).join(';');
  return place === '' ? undefined : place;
}

function linksOf({ doi, pmid, pmcid, url }: Source): readonly SourceLink[] {
  return [
    ...(doi ? [{ label: `doi:${doi}`, href: `https://doi.org/${encodeURI(doi)}` }] : []),
    ...(pmid ? [{ label: `PMID ${pmid}`, href: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` }] : []),
    ...(pmcid ? [{ label: pmcid, href: `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/` }] : []),
    ...(url ? [{ label: new URL(url).hostname.replace(/^www\./u, ''), href: url }] : []),
  ];
}

/** Sets a source as readers know it from journals; absent fields are left out, never guessed. */
export function sourceLine(source: Source): SourceLine {
  return {
    authors: source.authors?.length ? withStop(source.authors.join(', ')) : undefined,
    title: withStop(source.title),
    container: source.container,
    place: placeOf(source),
    kind: source.kind && KINDS[source.kind],
    links: linksOf(source),
  };
}
