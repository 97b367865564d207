import type { Catalogue, Page } from '../cms/catalogue.ts';

const LENGTH = 30;

/** The newest articles and techniques that search engines may list, newest first. */
export function feedPages(catalogue: Catalogue): readonly Page[] {
  return [...catalogue.articles(), ...catalogue.techniques()]
    .filter((page) => !page.seo?.noindex)
    .toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt) || a._id.localeCompare(b._id))
    .slice(0, LENGTH);
}
