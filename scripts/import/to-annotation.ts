import type { Link } from 'mdast';

import type { Annotation } from '../../site/cms/from-markdown.ts';
import { toId, toReference } from './identity.ts';

/** The schemes that stand for documents of ours. */
const references: Record<string, { annotation: string; field: string; type: string }> = {
  cite: { annotation: 'citation', field: 'source', type: 'source' },
  term: { annotation: 'glossaryTerm', field: 'term', type: 'term' },
  article: { annotation: 'internalLink', field: 'target', type: 'article' },
  technique: { annotation: 'internalLink', field: 'target', type: 'technique' },
  person: { annotation: 'internalLink', field: 'target', type: 'person' },
};

/**
 * The annotation that a link in the content files means.
 *
 * `[words](cite:ezzo-2015 "p. 12")` is a citation with a locator; `term:`, `article:`,
 * `technique:` and `person:` lead to documents; `https:`, `http:` and `mailto:` leave the site.
 *
 * @returns `undefined` for any other address
 */
export function toAnnotation({ url, title }: Pick<Link, 'url' | 'title'>): Annotation | undefined {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.+)$/.exec(url) ?? [];
  if (['http', 'https', 'mailto'].includes(scheme)) return { _type: 'link', href: url };
  const reference = references[scheme];
  if (reference === undefined) return undefined;
  return {
    _type: reference.annotation,
    [reference.field]: toReference(toId(reference.type, rest)),
    ...(reference.annotation === 'citation' && title ? { locator: title } : {}),
  };
}
