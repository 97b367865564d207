import {
  archivePages,
  archivePath,
  pathOf,
  sectionPath,
  SECTIONS,
  STANDING_PAGES,
} from '../cms/addresses.ts';
import type { Catalogue } from '../cms/catalogue.ts';

export interface SitemapEntry {
  readonly path: string;
  /** When the page's document last changed. */
  readonly changed: string | undefined;
}

/** Every page that search engines may list. */
export function sitemapEntries(catalogue: Catalogue): readonly SitemapEntry[] {
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
  const pages = [...catalogue.articles(), ...catalogue.techniques()].filter(
    (page) => !page.seo?.noindex,
  );
  return [
    ...lists.map((path) => ({ path, changed: undefined })),
    ...pages.flatMap((page) => {
      const path = pathOf(page);
      return path ? [{ path, changed: page._updatedAt }] : [];
    }),
  ];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function sitemapXml(entries: readonly SitemapEntry[], siteUrl: string): string {
  const urls = entries.map(({ path, changed }) => {
    const lastmod = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
    return `<url><loc>${escaped(siteUrl + path)}</loc>${lastmod}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`;
}
