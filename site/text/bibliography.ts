import { pathOf } from '../cms/addresses.ts';
import type { Catalogue, Doc } from '../cms/catalogue.ts';
import { isPage } from '../cms/document.ts';
import { compareText } from '../cms/order.ts';
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

function usesOf(id: string, catalogue: Catalogue): Pick<BibliographyEntry, 'uses' | 'total'> {
  const pages: Doc[] = [];
  const others: Doc[] = [];
  let total = 0;
  for (const referrer of catalogue.referrersOf(id)) {
    const doc = catalogue.get(referrer);
    if (doc === undefined) continue;
    if (isPage(doc)) keepFirst(pages, doc, PAGES_NAMED);
    else if (pathOf(doc) === undefined) continue;
    else others.push(doc);
    total += 1;
  }
  const named = [...others.toSorted((a, b) => compareText(a._id, b._id)), ...pages];
  return { uses: named.flatMap((doc) => toUse(doc) ?? []), total };
}

/** Adds to a short list in order of ids, and drops what is too many: no sort of them all. */
function keepFirst(list: Doc[], doc: Doc, count: number): void {
  const last = list.at(-1);
  if (list.length === count && last !== undefined && last._id < doc._id) return;
  list.push(doc);
  list.sort((a, b) => compareText(a._id, b._id));
  if (list.length > count) list.pop();
}

function toUse(doc: Doc): Use | undefined {
  const href = pathOf(doc);
  if (href === undefined) return undefined;
  if (isPage(doc)) return { label: doc.title, href };
  if (doc._type === 'claim') return { label: `Claim: ${doc.statement.replace(/\.$/u, '')}`, href };
  if (doc._type === 'faq') return { label: doc.question, href };
  return undefined;
}
