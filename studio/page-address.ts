interface PageDocument {
  readonly _type: string;
  readonly [field: string]: unknown;
}

function slugOf({ slug }: PageDocument): string | undefined {
  const current: unknown =
    typeof slug === 'object' && slug !== null ? Reflect.get(slug, 'current') : undefined;
  return typeof current === 'string' && current !== '' ? current : undefined;
}

function pathOf(document: PageDocument): string | undefined {
  const slug = slugOf(document);
  switch (document._type) {
    case 'article':
      return slug && typeof document['section'] === 'string'
        ? `/${document['section']}/${slug}/`
        : undefined;
    case 'technique':
      return slug && `/technique/${slug}/`;
    case 'claim':
      return '/evidence/';
    case 'source':
      return '/references/';
    case 'faq':
      return '/faq/';
    case 'term':
      return '/glossary/';
    case 'home':
    case 'settings':
      return '/';
    default:
      return undefined;
  }
}

/** The address of a document's page on the site; undefined for documents that have none (yet). */
export function toPageAddress(document: PageDocument, site: string): string | undefined {
  const path = pathOf(document);
  return path && new URL(path, site).href;
}
