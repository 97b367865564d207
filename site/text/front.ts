import { isPage } from '../cms/document.ts';
import { pathOf } from '../cms/addresses.ts';
import type { Catalogue } from '../cms/catalogue.ts';
import { toClaimView, type ClaimView } from './claims.ts';
import { createCitations, type Reference } from './citations.ts';
import type { Entry } from './reading.ts';
import { richText } from './rich-text.ts';
import { toArticleEntry, type ArticleEntry } from './sections.ts';

/** How many of the newest articles it lists. */
export const LATEST = 5;

/** The home page, ready to show. */
export interface Front {
  readonly question: string;
  readonly answer: string;
  readonly lead: Entry | undefined;
  readonly claims: readonly ClaimView[];
  readonly next: readonly Entry[];
  readonly latest: readonly ArticleEntry[];
  readonly references: readonly Reference[];
}

export function toFront(catalogue: Catalogue): Front {
  const { home, settings } = catalogue;
  const citations = createCitations(catalogue);
  const entryOf = (reference: { readonly _ref: string } | undefined): Entry | undefined => {
    const doc = reference && catalogue.get(reference._ref);
    const href = doc && pathOf(doc);
    return doc && href && isPage(doc)
      ? { title: doc.title, summary: doc.summary, href }
      : undefined;
  };
  const answer = home ? richText(home.answer, { catalogue, citations }) : '';
  // The home page leaves the references of a claim to the evidence page, one link away.
  const claims = catalogue
    .findAll('claim', home?.claims)
    .map((claim) => toClaimView(claim, createCitations(catalogue)));
  return {
    question: home?.question ?? settings.tagline,
    answer,
    lead: entryOf(home?.lead),
    claims,
    next: (home?.next ?? []).flatMap(({ label, text, target }) => {
      const entry = entryOf(target);
      return entry ? [{ title: label, summary: text ?? entry.summary, href: entry.href }] : [];
    }),
    latest: catalogue
      .articles()
      .slice(0, LATEST)
      .map((article) => toArticleEntry(article, catalogue)),
    references: citations.references(),
  };
}
