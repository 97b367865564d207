import {
  archivePages,
  archivePath,
  pageAt,
  pathOf,
  sectionPath,
  SECTIONS,
  sitemapPath,
  STANDING_PAGES,
} from './addresses.ts';
import type { Catalogue } from './catalogue.ts';
import { areCommentsAt, commentPathsUnder, COMMENTS_FEED } from './comment-addresses.ts';
import { imageFiles } from './images.ts';
import { straightened } from './redirects.ts';
import type { Redirect } from './sanity.types.ts';

const FIXED_PATHS = [
  '/',
  '/technique/',
  '/faq/',
  '/evidence/',
  '/glossary/',
  '/references/',
  '/search/',
  '/search/entries.json',
  '/comments/',
  COMMENTS_FEED,
  '/404.html',
  '/rss.xml',
  '/sitemap.xml',
  sitemapPath('pages'),
  '/robots.txt',
  ...STANDING_PAGES.map((slug) => `/${slug}/`),
];

const fixedPaths: ReadonlySet<string> = new Set(FIXED_PATHS);
/** The sections and their archives, and the folders of what is not a page of a document. */
const KEPT_PATHS = new RegExp(
  `^/(?:(?:${SECTIONS.join('|')})/(?:page/.*)?$|(?:api|assets|comments|images|og|pagefind|search|sitemap)/)`,
);

/** Files of pages, and those of `site/public`. */
const OTHER_FILE = /\/(?:index\.html|comments\.xml|favicon\.svg|drawn\/vessel\.svg)$/;
/** Of a file's compressed form. */
const COMPRESSED = /\.(?:gz|br)$/;

/** The address of every file that the site consists of, apart from compiled assets. */
export function allPaths(catalogue: Catalogue): ReadonlySet<string> {
  const paths = new Set<string>(FIXED_PATHS);
  for (const section of SECTIONS) {
    paths.add(sectionPath(section));
    for (const { page } of archivePages(catalogue, section)) paths.add(archivePath(section, page));
  }
  for (const { from } of catalogue.all('redirect')) {
    if (redirectAt(catalogue, from) !== undefined) paths.add(from);
  }
  for (const doc of [...catalogue.articles(), ...catalogue.techniques()]) {
    const path = pathOf(doc);
    if (path !== undefined) {
      paths.add(path);
      for (const comments of commentPathsUnder(catalogue, path)) paths.add(comments);
    }
  }
  for (const month of catalogue.months.names) paths.add(sitemapPath(month));
  for (const { path } of imageFiles(catalogue)) paths.add(path);
  return paths;
}

/**
 * The redirect of an address, straight to where it ends; undefined where there is none, or it would
 * lead in a circle.
 *
 * A page wins over a redirect from its address.
 */
export function redirectAt(catalogue: Catalogue, path: string): Redirect | undefined {
  const first = writtenRedirectAt(catalogue, path);
  return first && straightened(first, (place) => writtenRedirectAt(catalogue, place));
}

/** The same as editors wrote it, wherever it leads. */
export function writtenRedirectAt(catalogue: Catalogue, path: string): Redirect | undefined {
  const redirect = catalogue.redirectFrom(path);
  return redirect === undefined || isTaken(catalogue, path) ? undefined : redirect;
}

/** Whether an address would need a folder where a file is. */
function isBelowFile(path: string): boolean {
  for (let end = path.indexOf('/', 1); end !== -1; end = path.indexOf('/', end + 1)) {
    const place = path.slice(0, end).replace(COMPRESSED, '');
    if (fixedPaths.has(place) || OTHER_FILE.test(place)) return true;
  }
  return false;
}

/** Whether the site has a page of its own at an address, or keeps it for one. */
export function isTaken(catalogue: Catalogue, path: string): boolean {
  return (
    KEPT_PATHS.test(path) ||
    fixedPaths.has(path) ||
    isBelowFile(path) ||
    pageAt(catalogue, path) !== undefined ||
    areCommentsAt(catalogue, path)
  );
}
