import {
  archivePath,
  ARTICLES_PER_PAGE,
  pathOf,
  SECTIONS,
  sectionPath,
  SITEMAP_LISTS,
  sitemapPart,
  sitemapPath,
} from '../cms/addresses.ts';
import type { Catalogue } from '../cms/catalogue.ts';
import { isPage, referencesIn, type Doc, type Page } from '../cms/document.ts';
import { imageFilesOf } from '../cms/images.ts';
import { addressesLeadingTo } from '../cms/redirects.ts';

/** Addresses whose content may depend on a document, or every address of the site. */
export type Touched = ReadonlySet<string> | 'everything';

/** Pages that show or count articles and techniques as a whole. */
const PAGES_ABOUT_PAGES = ['/', '/rss.xml', '/sitemap.xml', '/references/', '/search/'];

/** What the search page lists, and what its index is made from besides pages. */
const SEARCH = ['/search/', '/search/entries.json'];

/**
 * The addresses that show a document, as the catalogue stands; touched-comments.ts tells of comments.
 *
 * Ask before and after a change and take both answers together: the page a document has left
 * needs the change as much as the page it came to.
 */
export function pathsTouchedBy(catalogue: Catalogue, id: string): Touched {
  const doc = catalogue.get(id);
  if (doc === undefined) return new Set();
  if (doc._type === 'settings' || isPublisher(catalogue, doc)) return 'everything';
  const paths = new Set<string>();
  collect(catalogue, doc, paths, new Set());
  return paths;
}

/**
 * Whether a changed article or technique differs on its own page only: what lists, cards, feeds and
 * the reference list take from it is as it was.
 */
export function looksTheSameElsewhere(before: Doc | undefined, after: Doc | undefined): boolean {
  if (before === undefined || after === undefined || !isPage(before) || !isPage(after))
    return false;
  return shownElsewhere(before) === shownElsewhere(after);
}

function shownElsewhere(page: Page): string {
  const { title, slug, summary, publishedAt, editedAt, heroImage, seo, body } = page;
  const section = page._type === 'article' ? page.section : '';
  const claims = body.filter(({ _type }) => _type === 'claimReference');
  const references = [...referencesIn(page)].toSorted();
  return JSON.stringify([
    [title, slug, summary, publishedAt, editedAt, heroImage, seo, section],
    claims,
    references,
  ]);
}

/** The files of the pictures that a document shows: they come before the page that names them. */
function picturesOf(catalogue: Catalogue, doc: Doc): readonly string[] {
  return imageFilesOf(doc, catalogue).map(({ path }) => path);
}

/** Where only this article or technique shows: its pictures, its page, its line in the sitemap. */
export function pathsOfItsOwn(catalogue: Catalogue, doc: Doc | undefined): readonly string[] {
  if (doc === undefined || !isPage(doc)) return [];
  return [
    ...picturesOf(catalogue, doc),
    pathOf(doc) ?? '/',
    '/sitemap.xml',
    sitemapPath(sitemapPart(doc)),
  ];
}

function isPublisher(catalogue: Catalogue, doc: Doc): boolean {
  return catalogue.all('settings').some((settings) => settings.publisher._ref === doc._id);
}

/** Adds where a document shows, then where the documents that show it show, until a page is reached. */
function collect(catalogue: Catalogue, doc: Doc, paths: Set<string>, seen: Set<string>): void {
  if (seen.has(doc._id)) return;
  seen.add(doc._id);
  for (const path of ownPaths(catalogue, doc)) paths.add(path);
  if (isPage(doc)) {
    for (const other of catalogue.referencing(doc._id)) {
      // A page shows others as cards, which show nothing of the pages they refer to in turn.
      if (isPage(other)) addPage(other, paths);
      else collect(catalogue, other, paths, seen);
    }
    return;
  }
  for (const referrer of catalogue.referencing(doc._id)) {
    if (!isPage(referrer)) collect(catalogue, referrer, paths, seen);
    else if (showsOnCards(doc)) collect(catalogue, referrer, paths, seen);
    else addPage(referrer, paths);
  }
}

/** Whether a change of this document can change how a page that refers to it looks in a list. */
function showsOnCards(doc: Doc): boolean {
  return doc._type === 'claim' || doc._type === 'sanity.imageAsset';
}

function addPage(doc: Doc | undefined, paths: Set<string>): void {
  if (doc !== undefined && (isPage(doc) || doc._type === 'home')) {
    const path = pathOf(doc);
    if (path !== undefined) paths.add(path);
  }
}

function ownPaths(catalogue: Catalogue, doc: Doc): readonly string[] {
  switch (doc._type) {
    case 'article':
    case 'technique':
      return [
        ...picturesOf(catalogue, doc),
        ...listsOf(catalogue, doc),
        ...PAGES_ABOUT_PAGES,
        pathOf(doc) ?? '/',
        sitemapPath(sitemapPart(doc)),
        // A redirect ends at a page that comes to be, and leads on from one that goes.
        ...addressesLeadingTo(catalogue, pathOf(doc) ?? '/'),
      ];
    case 'claim':
      return ['/evidence/', '/references/', '/', ...SEARCH];
    case 'faq':
      return ['/faq/', '/references/', ...SEARCH];
    case 'term':
      return ['/glossary/', ...SEARCH];
    case 'source':
      return ['/references/', '/evidence/', '/faq/'];
    case 'home':
      return ['/'];
    case 'redirect':
      return [doc.from, ...addressesLeadingTo(catalogue, doc.from)];
    case 'sanity.imageAsset':
      return picturesOf(catalogue, doc);
    case 'contraindication':
      return ['/references/'];
    case 'comment':
    case 'person':
    case 'settings':
      return [];
  }
}

function listsOf(catalogue: Catalogue, page: Page): readonly string[] {
  if (page._type === 'technique') return ['/technique/'];
  const archive = archivePageOf(catalogue, page._id);
  return [
    sectionPath(page.section),
    ...(archive === undefined ? [] : [archivePath(archive.section, archive.page)]),
  ];
}

/** Where an article stands in its section's archive. */
export interface ArchivePlace {
  readonly section: (typeof SECTIONS)[number];
  /** Counted from 1, the oldest page. */
  readonly page: number;
  readonly pages: number;
  /** Counted from 0, the oldest article. */
  readonly index: number;
}

export function archivePageOf(catalogue: Catalogue, id: string): ArchivePlace | undefined {
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
 * Archive pages that a move of one article changes: none where it kept its place, else every page
 * from the older of its two places to the newest.
 */
export function archivePagesBetween(
  before: ArchivePlace | undefined,
  after: ArchivePlace | undefined,
): ReadonlySet<string> {
  const paths = new Set<string>();
  const kept = before?.section === after?.section && before?.index === after?.index;
  if (kept) return paths;
  // It lists the archive pages there are.
  paths.add(sitemapPath(SITEMAP_LISTS));
  for (const section of SECTIONS) {
    const places = [before, after].filter((place) => place?.section === section);
    const from = Math.min(...places.map((place) => place?.page ?? Infinity));
    const pages = Math.max(0, ...places.map((place) => place?.pages ?? 0)) + 1;
    for (let page = from; page <= pages; page += 1) paths.add(archivePath(section, page));
    // The first archive page appears, and goes, together with page 2.
    if (pages <= 3 && places.length > 0) paths.add(archivePath(section, 1));
  }
  return paths;
}
