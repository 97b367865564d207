import {
  archivePages,
  archivePath,
  pathOf,
  sectionPath,
  SECTIONS,
  SITEMAP_LISTS,
  sitemapPath,
  STANDING_PAGES,
} from '../cms/addresses.ts';
import type { Catalogue } from '../cms/catalogue.ts';
import { xmlText } from './xml.ts';

export interface SitemapEntry {
  readonly path: string;
  /** When the page's document last changed. */
  readonly changed: string | undefined;
}

/** The names of the parts of the sitemap, each with the time of its last change. */
export function sitemapParts({ months }: Catalogue): ReadonlyMap<string, string | undefined> {
  return new Map([
    [SITEMAP_LISTS, undefined],
    ...months.names.map((name) => [name, months.lastChange(name)] as const),
  ]);
}

/** What one part lists; undefined where there is no such part. */
export function sitemapEntries(
  catalogue: Catalogue,
  part: string,
): readonly SitemapEntry[] | undefined {
  if (part === SITEMAP_LISTS) return listEntries(catalogue);
  const pages = catalogue.months.of(part);
  return pages.length === 0
    ? undefined
    : pages.map((page) => ({ path: pathOf(page) ?? '/', changed: page._updatedAt }));
}

function listEntries(catalogue: Catalogue): readonly SitemapEntry[] {
  const lists = [
    '/',
    ...SECTIONS.flatMap((section) => [
      sectionPath(section),
      ...archivePages(catalogue, section).map(({ page }) => archivePath(section, page)),
    ]),
    '/technique/',
    '/faq/',
    '/evidence/',
    '/glossary/',
    '/references/',
    ...STANDING_PAGES.map((slug) => `/${slug}/`),
  ];
  return lists.map((path) => ({ path, changed: undefined }));
}

const located = ({ path, changed }: SitemapEntry, siteUrl: string): string =>
  `<loc>${xmlText(siteUrl + path)}</loc>${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}`;

/** One part of the sitemap. */
export function sitemapXml(entries: readonly SitemapEntry[], siteUrl: string): string {
  const urls = entries.map((entry) => `<url>${located(entry, siteUrl)}</url>`);
  return `${HEAD}<urlset ${NAMESPACE}>${urls.join('')}</urlset>\n`;
}

/** The index of the parts. */
export function sitemapIndexXml(
  parts: ReadonlyMap<string, string | undefined>,
  siteUrl: string,
): string {
  const sitemaps = [...parts].map(
    ([part, changed]) =>
      `<sitemap>${located({ path: sitemapPath(part), changed }, siteUrl)}</sitemap>`,
  );
  return `${HEAD}<sitemapindex ${NAMESPACE}>${sitemaps.join('')}</sitemapindex>\n`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
