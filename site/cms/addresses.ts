import type { Catalogue } from './catalogue.ts';
import type { Doc, Page, Section } from './document.ts';
import type { Article } from './sanity.types.ts';

export const SECTIONS = ['benefits', 'health'] as const satisfies readonly Section[];

/** How many articles a section's front page and each page of its archive list. */
export const ARTICLES_PER_PAGE = 20;

/** Slugs of the pages written in content/pages. */
export const STANDING_PAGES = [
  'about',
  'how-we-grade-evidence',
  'editorial-policy',
  'comment-policy',
  'privacy',
] as const;

export function sectionPath(section: Section): string {
  return `/${section}/`;
}

export function archivePath(section: Section, page: number): string {
  return `/${section}/page/${page}/`;
}

/**
 * Where a reader finds a document: its own page, or its place on a page that lists its kind.
 *
 * Undefined for kinds that have no place of their own (a person, an image, the settings).
 */
export function pathOf(doc: Doc): string | undefined {
  switch (doc._type) {
    case 'article':
      return `/${doc.section}/${doc.slug.current}/`;
    case 'technique':
      return `/technique/${doc.slug.current}/`;
    case 'claim':
      return `/evidence/#${doc._id}`;
    case 'faq':
      return `/faq/#${doc._id}`;
    case 'term':
      return `/glossary/#${doc._id}`;
    case 'source':
      return `/references/#${doc._id}`;
    case 'home':
      return '/';
    case 'redirect':
      return doc.from;
    case 'comment':
    case 'contraindication':
    case 'person':
    case 'sanity.imageAsset':
    case 'settings':
      return undefined;
  }
}

/** The part of the sitemap that lists everything but articles and techniques. */
export const SITEMAP_LISTS = 'pages';

/** The part of the sitemap that lists a page: its month, so that it stays whatever comes around it. */
export function sitemapPart(page: Page): string {
  return page.publishedAt.slice(0, 7);
}

export function sitemapPath(part: string): string {
  return `/sitemap/${part}.xml`;
}

/** The article or technique at an address such as `/benefits/x/`. */
export function pageAt(catalogue: Catalogue, path: string): Page | undefined {
  const [, place, slug = '', ...rest] = path.split('/');
  if (rest.length !== 1) return undefined;
  if (place === 'technique') return catalogue.technique(slug);
  const section = SECTIONS.find((each) => each === place);
  return section && catalogue.article(section, slug);
}

/** One page of a section's archive; page 1 holds the oldest articles, so that a new one moves no others. */
export interface ArchivePage {
  readonly section: Section;
  /** Counted from 1, the oldest. */
  readonly page: number;
  /** Newest first. */
  readonly articles: readonly Article[];
}

/** The archive of a section: empty while its front page holds everything. */
export function archivePages(catalogue: Catalogue, section: Section): readonly ArchivePage[] {
  const newestFirst = catalogue.articles(section);
  if (newestFirst.length <= ARTICLES_PER_PAGE) return [];
  const count = Math.ceil(newestFirst.length / ARTICLES_PER_PAGE);
  return Array.from({ length: count }, (_, index) => {
    const end = newestFirst.length - index * ARTICLES_PER_PAGE;
    return {
      section,
      page: index + 1,
      articles: newestFirst.slice(Math.max(0, end - ARTICLES_PER_PAGE), end),
    };
  });
}
