import { isRecord } from '../../cms/document.ts';
import { GRADES, type Grade } from '../../drawings/grade-glyph.ts';
import type { Kind } from '../kinds.ts';

/** One thing that was found. */
export interface Found {
  readonly url: string;
  readonly title: string;
  /** Pagefind's: text with `<mark>`. */
  readonly excerpt: string;
  readonly section: string;
  readonly grade: Grade | undefined;
  /** The part of a page that holds most of what was looked for. */
  readonly part: { readonly url: string; readonly title: string } | undefined;
}

/** What was found of one kind, best first. */
export interface Matches {
  readonly count: number;
  /** Of the best; 0 where nothing was found. */
  readonly score: number;
  /** How many there are in each section of the kind. */
  readonly sections: Readonly<Record<string, number>>;
  /** Loads the first few. */
  readonly load: (count: number) => Promise<readonly Found[]>;
}

export interface SearchIndex {
  find(words: string, kind: Kind, section: string | undefined): Promise<Matches>;
}

/** Pagefind's own module, as far as it is used here. */
interface Pagefind {
  createInstance(options: { readonly excerptLength: number }): PagefindInstance;
}
interface PagefindInstance {
  mergeIndex(path: string): Promise<unknown>;
  filters(): Promise<unknown>;
  search(words: string, options: { readonly filters: object }): Promise<unknown>;
}

const PLACE = '/pagefind/';
const EXCERPT_WORDS = 28;

/**
 * Loads the code and the index.
 *
 * @throws Error when either is not there, or is not what was expected
 */
export async function openSearchIndex(): Promise<SearchIndex> {
  const [code, parts] = await Promise.all([loadCode(), countParts()]);
  const pagefind = code.createInstance({ excerptLength: EXCERPT_WORDS });
  const others = Array.from({ length: parts - 1 }, (_, index) => `${PLACE}${index + 1}/`);
  await Promise.all(others.map((place) => pagefind.mergeIndex(place)));
  await pagefind.filters();
  return {
    async find(words, kind, section) {
      const filters = { kind, ...(section === undefined ? {} : { section }) };
      return toMatches(await pagefind.search(words, { filters }));
    },
  };
}

async function loadCode(): Promise<Pagefind> {
  // Written beside the index by site/search/index-site.ts, so no part of this bundle.
  const address = `${PLACE}pagefind.js`;
  const code: unknown = await import(/* @vite-ignore */ address);
  if (!isPagefind(code)) throw new Error(`${address} is not Pagefind.`);
  return code;
}

function isPagefind(code: unknown): code is Pagefind {
  return isRecord(code) && typeof code['createInstance'] === 'function';
}

async function countParts(): Promise<number> {
  const answer = await fetch(`${PLACE}shards.json`);
  const list: unknown = await answer.json();
  return isRecord(list) && Array.isArray(list['shards']) ? list['shards'].length : 1;
}

function toMatches(answer: unknown): Matches {
  const results = listIn(answer, 'results').filter(isResult);
  const filters = isRecord(answer) && isRecord(answer['filters']) ? answer['filters'] : {};
  return {
    count: results.length,
    score: results[0]?.score ?? 0,
    sections: toCounts(filters['section']),
    load: async (count) => {
      const some = results.slice(0, count).map(async ({ data }) => toFound(await data()));
      return Promise.all(some);
    },
  };
}

interface Result {
  readonly score: number;
  readonly data: () => Promise<unknown>;
}

function isResult(value: unknown): value is Result {
  return (
    isRecord(value) && typeof value['score'] === 'number' && typeof value['data'] === 'function'
  );
}

function toCounts(value: unknown): Readonly<Record<string, number>> {
  const counts = Object.entries(isRecord(value) ? value : {});
  return Object.fromEntries(
    counts.flatMap(([name, count]) =>
      typeof count === 'number' && count > 0 ? [[name, count] as const] : [],
    ),
  );
}

/** Narrows what Pagefind tells of a page or entry. */
export function toFound(data: unknown): Found {
  const meta = isRecord(data) && isRecord(data['meta']) ? data['meta'] : {};
  const filters = isRecord(data) ? data['filters'] : undefined;
  return {
    url: textIn(data, 'url'),
    title: textIn(meta, 'title'),
    excerpt: textIn(data, 'excerpt'),
    section: listIn(filters, 'section').find((name) => typeof name === 'string') ?? '',
    grade: GRADES.find((grade) => grade === meta['grade']),
    part: partOf(data),
  };
}

function partOf(data: unknown): Found['part'] {
  const parts = listIn(data, 'sub_results')
    .map((part) => ({
      url: textIn(part, 'url'),
      title: textIn(part, 'title'),
      hits: listIn(part, 'locations').length,
    }))
    .filter(({ url }) => url.includes('#') && url !== textIn(data, 'url'));
  const [best] = parts.toSorted((a, b) => b.hits - a.hits);
  return best && { url: best.url, title: best.title };
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list: unknown = isRecord(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
}

function textIn(value: unknown, name: string): string {
  const text = isRecord(value) ? value[name] : undefined;
  return typeof text === 'string' ? text : '';
}
