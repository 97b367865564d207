import {
  archivePath,
  ARTICLES_PER_PAGE,
  pathOf,
  sectionPath,
  sitemapPart,
  sitemapPath,
} from '../cms/addresses.ts';
import { allPaths } from '../cms/all-addresses.ts';
import type { Catalogue } from '../cms/catalogue.ts';
import { isPage, referencesIn, type Doc, type Page } from '../cms/document.ts';
import { imageFilesOf } from '../cms/images.ts';
import { addressesLeadingTo } from '../cms/redirects.ts';
import { feedPages } from '../seo/feed.ts';
import { isNamedInBibliography } from '../text/bibliography.ts';
import { LATEST } from '../text/front.ts';
import { LISTED } from '../text/search-listing.ts';
import { archivePlaceOf, listsBetween, type ArchivePlace } from './archive-place.ts';

/** What the search page lists, and what its index is made from besides pages. */
const SEARCH = ['/search/', '/search/entries.json'];

/** Where a document shows, as the catalogue stands. */
export interface Showing {
  readonly doc: Doc | undefined;
  /** Addresses whose content may depend on it. */
  readonly paths: ReadonlySet<string>;
  readonly place: ArchivePlace | undefined;
}

/** Of a document that is not there (yet). */
export const NOT_SHOWN: Showing = { doc: undefined, paths: new Set(), place: undefined };

/** Where a document shows now; touched-comments.ts tells of comments. */
export function showingOf(catalogue: Catalogue, id: string): Showing {
  const doc = catalogue.get(id);
  if (doc === undefined) return NOT_SHOWN;
  return { doc, paths: pathsShowing(catalogue, doc), place: archivePlaceOf(catalogue, id) };
}

/**
 * The addresses that a change of one document touches: the page that it has left needs the change as
 * much as the page it came to.
 *
 * @param catalogue as it stands after the change
 */
export function pathsBetween(
  catalogue: Catalogue,
  before: Showing,
  after: Showing,
): ReadonlySet<string> {
  if (looksTheSameElsewhere(before.doc, after.doc)) return pathsOfItsOwn(catalogue, after.doc);
  const lists = listsBetween(before.place, after.place);
  const paths = new Set([...before.paths, ...after.paths, ...lists]);
  // It counts the pages that lean on each source.
  return referencesOf(before.doc) === referencesOf(after.doc) ? paths : paths.add('/references/');
}

function pathsShowing(catalogue: Catalogue, doc: Doc): ReadonlySet<string> {
  if (doc._type === 'settings' || isPublisher(catalogue, doc)) return allPaths(catalogue);
  const paths = new Set<string>();
  collect(catalogue, doc, paths, new Set());
  return paths;
}

/**
 * Whether a changed article or technique differs on its own page only: what lists, cards, feeds and
 * the reference list take from it is as it was.
 */
function looksTheSameElsewhere(before: Doc | undefined, after: Doc | undefined): boolean {
  if (before === undefined || after === undefined || !isPage(before) || !isPage(after))
    return false;
  return shownElsewhere(before) === shownElsewhere(after);
}

function shownElsewhere(page: Page): string {
  const { title, slug, summary, publishedAt, editedAt, heroImage, seo, body } = page;
  const section = page._type === 'article' ? page.section : '';
  const claims = body.filter(({ _type }) => _type === 'claimReference');
  return JSON.stringify([
    [title, slug, summary, publishedAt, editedAt, heroImage, seo, section],
    claims,
    referencesOf(page),
  ]);
}

/** What an article or technique refers to, in a form to compare; of other documents nothing. */
function referencesOf(doc: Doc | undefined): string {
  return doc !== undefined && isPage(doc) ? [...referencesIn(doc)].toSorted().join(' ') : '';
}

/** The files of the pictures that a document shows: they come before the page that names them. */
function picturesOf(catalogue: Catalogue, doc: Doc): readonly string[] {
  return imageFilesOf(doc, catalogue).map(({ path }) => path);
}

/** Where only this article or technique shows: its pictures, its page, its line in the sitemap. */
function pathsOfItsOwn(catalogue: Catalogue, doc: Doc | undefined): ReadonlySet<string> {
  if (doc === undefined || !isPage(doc)) return new Set();
  return new Set([
    ...picturesOf(catalogue, doc),
    pathOf(doc) ?? '/',
    '/sitemap.xml',
    sitemapPath(sitemapPart(doc)),
  ]);
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
        ...pathsOfItsOwn(catalogue, doc),
        ...listsOf(catalogue, doc),
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

/** The lists that show a page, as they stand: each shows some of many. */
function listsOf(catalogue: Catalogue, page: Page): readonly string[] {
  const lists = [
    { path: '/rss.xml', shows: feedPages(catalogue).includes(page) },
    { path: '/references/', shows: isNamedInBibliography(page, catalogue) },
  ];
  if (page._type === 'technique') {
    lists.push({ path: '/technique/', shows: true }, { path: '/search/', shows: true });
  } else {
    const newer = catalogue.newerThan(page);
    const place = archivePlaceOf(catalogue, page._id);
    lists.push(
      { path: '/', shows: catalogue.articles().slice(0, LATEST).includes(page) },
      { path: sectionPath(page.section), shows: newer < ARTICLES_PER_PAGE },
      { path: archivePath(page.section, place?.page ?? 0), shows: place !== undefined },
      { path: '/search/', shows: newer < LISTED },
    );
  }
  return lists.flatMap(({ path, shows }) => (shows ? [path] : []));
}
