import { pathOf } from '../cms/addresses.ts';
import type { Catalogue, Doc, Page } from '../cms/catalogue.ts';
import { isPage, referencesIn } from '../cms/document.ts';
import type { Source } from '../cms/sanity.types.ts';

export interface Use {
  readonly label: string;
  readonly href: string;
}

/** A source of the publication, and the places that lean on it. */
export interface BibliographyEntry {
  readonly source: Source;
  /** Questions and claims, and some of the pages. */
  readonly uses: readonly Use[];
  /** How many places there are in all. */
  readonly total: number;
}

/** How many pages are named for each source: a well-known one may stand on thousands. */
const PAGES_NAMED = 5;

const ALPHABET = new Intl.Collator('en', { ignorePunctuation: true });

const nameOf = ({ authors, title }: Source): string => `${authors?.[0] ?? title} `;

/** Every source by first author, or by title where no author is known. */
export function toBibliography(catalogue: Catalogue): readonly BibliographyEntry[] {
  return catalogue
    .all('source')
    .toSorted((a, b) => ALPHABET.compare(nameOf(a), nameOf(b)) || (a.year ?? 0) - (b.year ?? 0))
    .map((source) => ({ source, ...usesOf(source._id, catalogue) }));
}

/** Whether the bibliography names this page for one of its sources. */
export function isNamedInBibliography(page: Page, catalogue: Catalogue): boolean {
  return [...referencesIn(page)].some(
    (id) =>
      catalogue.find('source', { _ref: id }) !== undefined &&
      catalogue.pagesReferencing(id, PAGES_NAMED).includes(page),
  );
}

function usesOf(id: string, catalogue: Catalogue): Pick<BibliographyEntry, 'uses' | 'total'> {
  const others = catalogue.othersReferencing(id).flatMap((doc) => toUse(doc) ?? []);
  const pages = catalogue.pagesReferencing(id, PAGES_NAMED).flatMap((doc) => toUse(doc) ?? []);
  return {
    uses: [...others, ...pages],
    total: others.length + catalogue.countPagesReferencing(id),
  };
}

function toUse(doc: Doc): Use | undefined {
  const href = pathOf(doc);
  if (href === undefined) return undefined;
  if (isPage(doc)) return { label: doc.title, href };
  if (doc._type === 'claim') return { label: `Claim: ${doc.statement.replace(/\.$/u, '')}`, href };
  if (doc._type === 'faq') return { label: doc.question, href };
  return undefined;
}
