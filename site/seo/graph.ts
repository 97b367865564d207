/** One node of a JSON-LD graph, as schema.org names its parts. */
export type Node = Readonly<Record<string, unknown>> & { readonly '@type': string };

export interface Site {
  /** Without a slash at the end. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
}

export interface Crumb {
  readonly name: string;
  readonly path: string;
}

export const SITE_ID = '#website';
export const PUBLISHER_ID = '#publisher';

const at = (site: Site, path: string): string => `${site.url}${path}`;

function siteNodes(site: Site): readonly Node[] {
  return [
    {
      '@type': 'WebSite',
      '@id': at(site, `/${SITE_ID}`),
      url: at(site, '/'),
      name: site.title,
      description: site.description,
      inLanguage: 'en-GB',
      publisher: { '@id': at(site, `/${PUBLISHER_ID}`) },
    },
    {
      '@type': 'Organization',
      '@id': at(site, `/${PUBLISHER_ID}`),
      name: site.publisher,
      url: at(site, '/'),
      logo: at(site, '/favicon.svg'),
      publishingPrinciples: at(site, '/editorial-policy/'),
    },
  ];
}

function crumbList(site: Site, crumbs: readonly Crumb[]): readonly Node[] {
  if (crumbs.length === 0) return [];
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: crumbs.map(({ name, path }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: at(site, path),
      })),
    },
  ];
}

/**
 * The one JSON-LD script of a page: the site, its publisher, the way here, and what the page holds.
 *
 * Safe inside `<script>`: `<` is escaped. Values of `undefined` are left out.
 */
export function graphJson(site: Site, crumbs: readonly Crumb[], nodes: readonly Node[]): string {
  const graph = [...siteNodes(site), ...crumbList(site, crumbs), ...nodes];
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll(
    '<',
    '\\u003C',
  );
}
