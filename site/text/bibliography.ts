import { isPage } from '../cms/document.ts';
import { pathOf } from '../cms/addresses.ts';
import type { Catalogue, Doc } from '../cms/catalogue.ts';
import type { Source } from '../cms/sanity.types.ts';

export interface Use {
  readonly label: string;
  readonly href: string;
}

/** A source of the publication, and the places that lean on it. */
export interface BibliographyEntry {
  readonly source: Source;
  readonly uses: readonly Use[];
}

const ALPHABET = new Intl.Collator('en', { ignorePunctuation: true });

function toUse(doc: Doc): Use | undefined {
  const href = pathOf(doc);
  if (href === undefined) return undefined;
  if (isPage(doc)) return { label: doc.title, href };
  if (doc._type === 'claim') return { label: `Claim: ${doc.statement.replace(/\.$/u, '')}`, href };
  if (doc._type === 'faq') return { label: doc.question, href };
  return undefined;
}

const nameOf = ({ authors, title }: Source): string => `${authors?.[0] ?? title} `;

/** Every source by first author, or by title where no author is known. */
export function toBibliography(catalogue: Catalogue): readonly BibliographyEntry[] {
  return catalogue
    .all('source')
    .toSorted((a, b) => ALPHABET.compare(nameOf(a), nameOf(b)) || (a.year ?? 0) - (b.year ?? 0))
    .map((source) => ({
      source,
      uses: catalogue.referencing(source._id).flatMap((doc) => toUse(doc) ?? []),
    }));
}
