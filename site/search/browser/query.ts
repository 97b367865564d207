import { isKind, type Kind } from '../kinds.ts';

/** What a reader looks for, as it stands in the address. */
export interface Query {
  readonly words: string;
  /** Undefined for every kind. */
  readonly kind: Kind | undefined;
  /** Of that kind; undefined for every section. */
  readonly section: string | undefined;
}

/** Words beyond this are not looked for. */
const LONGEST = 100;

/** `?q=lymph+node&kind=claim&section=Calm` */
export function parseQuery(search: string): Query {
  const parameters = new URLSearchParams(search);
  const kind = parameters.get('kind');
  const section = parameters.get('section') ?? '';
  return {
    words: (parameters.get('q') ?? '').trim().slice(0, LONGEST),
    kind: isKind(kind) ? kind : undefined,
    section: isKind(kind) && section !== '' ? section : undefined,
  };
}

/** The address of a query on the search page; empty where nothing is looked for. */
export function formatQuery({ words, kind, section }: Query): string {
  if (words === '') return '';
  const parameters = new URLSearchParams({ q: words });
  if (kind !== undefined) parameters.set('kind', kind);
  if (section !== undefined) parameters.set('section', section);
  return `?${parameters}`;
}
