import {
  archivePath,
  ARTICLES_PER_PAGE,
  SECTIONS,
  sectionPath,
  SITEMAP_LISTS,
  sitemapPath,
} from '../cms/addresses.ts';
import type { Catalogue } from '../cms/catalogue.ts';

/** Where an article stands in its section's archive. */
export interface ArchivePlace {
  readonly section: (typeof SECTIONS)[number];
  /** Counted from 1, the oldest page. */
  readonly page: number;
  readonly pages: number;
  /** Counted from 0, the oldest article. */
  readonly index: number;
}

export function archivePlaceOf(catalogue: Catalogue, id: string): ArchivePlace | undefined {
  const article = catalogue.find('article', { _ref: id });
  if (article === undefined) return undefined;
  const articles = catalogue.articles(article.section);
  const index = articles.length - 1 - catalogue.newerThan(article);
  return {
    section: article.section,
    page: Math.floor(index / ARTICLES_PER_PAGE) + 1,
    pages: Math.ceil(articles.length / ARTICLES_PER_PAGE),
    index,
  };
}

/**
 * Lists of articles that a move of one changes, besides those that show it: none where it kept its
 * place, else every page of the archive from the older of its two places to the newest, and the front.
 */
export function listsBetween(
  before: ArchivePlace | undefined,
  after: ArchivePlace | undefined,
): ReadonlySet<string> {
  const paths = new Set<string>();
  const kept = before?.section === after?.section && before?.index === after?.index;
  if (kept) return paths;
  // One lists the archive pages there are, the other counts articles.
  paths.add(sitemapPath(SITEMAP_LISTS)).add('/search/');
  for (const section of SECTIONS) {
    const places = [before, after].filter((place) => place?.section === section);
    const from = Math.min(...places.map((place) => place?.page ?? Infinity));
    const pages = Math.max(0, ...places.map((place) => place?.pages ?? 0)) + 1;
    for (let page = from; page <= pages; page += 1) paths.add(archivePath(section, page));
    // The first archive page appears, and goes, together with page 2.
    if (pages <= 3 && places.length > 0) paths.add(archivePath(section, 1));
    if (places.length > 0) paths.add(sectionPath(section));
  }
  return paths;
}
