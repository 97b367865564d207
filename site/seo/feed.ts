import type { Catalogue, Page } from '../cms/catalogue.ts';
import { byNewest } from '../cms/order.ts';

const LENGTH = 30;

/** The newest articles and techniques that search engines may list, newest first. */
export function feedPages(catalogue: Catalogue): readonly Page[] {
  const newest = (pages: readonly Page[]): readonly Page[] => {
    const listed: Page[] = [];
    for (const page of pages) {
      if (!page.seo?.noindex && listed.push(page) === LENGTH) break;
    }
    return listed;
  };
  return [...newest(catalogue.articles()), ...newest(catalogue.techniques())]
    .toSorted(byNewest)
    .slice(0, LENGTH);
}
