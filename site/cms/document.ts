import type {
  Article,
  Claim,
  Comment,
  Contraindication,
  Faq,
  Home,
  Person,
  Redirect,
  SanityImageAsset,
  Settings,
  Source,
  Technique,
  Term,
} from './sanity.types.ts';

/** A published document, raw, as the generated types describe it. */
export type Doc =
  | Article
  | Claim
  | Comment
  | Contraindication
  | Faq
  | Home
  | Person
  | Redirect
  | SanityImageAsset
  | Settings
  | Source
  | Technique
  | Term;
export type DocType = Doc['_type'];
export type DocOf<T extends DocType> = Extract<Doc, { _type: T }>;
export type Page = Article | Technique;
export type Section = Article['section'];

/** Every type of document that a page can show. */
export const DOC_TYPES = [
  'article',
  'claim',
  'comment',
  'contraindication',
  'faq',
  'home',
  'person',
  'redirect',
  'sanity.imageAsset',
  'settings',
  'source',
  'technique',
  'term',
] as const satisfies readonly DocType[];

export function isDocOf<T extends DocType>(doc: Doc, type: T): doc is DocOf<T> {
  return doc._type === type;
}

export function isPage(doc: Doc): doc is Page {
  return doc._type === 'article' || doc._type === 'technique';
}

/** Where a page stands: its section and slug. */
export function slugKey(doc: Doc): string | undefined {
  if (!isPage(doc)) return undefined;
  return `${doc._type === 'article' ? doc.section : 'technique'}/${doc.slug.current ?? ''}`;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The ids a document points at, in any depth, each once.
 */
export function referencesIn(doc: Doc): ReadonlySet<string> {
  const ids = new Set<string>();
  collectReferences(doc, ids);
  return ids;
}

function collectReferences(value: unknown, ids: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collectReferences(item, ids);
  } else if (isRecord(value)) {
    if (typeof value['_ref'] === 'string') ids.add(value['_ref']);
    for (const key in value) {
      const child = value[key];
      if (typeof child === 'object') collectReferences(child, ids);
    }
  }
}
