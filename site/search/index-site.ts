import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { z } from 'zod';
import { removeSiblings } from '../publish/siblings.ts';
import { parseFoundEntries, type FoundEntry } from './found-entry.ts';
import { findPages, type FoundPage } from './found-page.ts';
import { installIndex } from './install-index.ts';
import { toShards } from './shards.ts';

export interface IndexSiteOptions {
  /** The folder of generated files. */
  readonly dir: string;
  readonly now: Date;
}

/** What indexing did. */
export interface Indexing {
  /** What can be found: pages, and entries on pages. */
  readonly found: number;
  readonly shards: number;
  /** Shards that had changed. */
  readonly written: number;
}

/** Raise it when the same pages are to give another index: the rest of what it depends on is in them. */
const RECIPE = 'pagefind 1.6.0, recipe 1';
/** `.ui` is the interface's own text: facts, contents, references. */
const LEFT_OUT = ['.ui', '.cite', '.quiet', 'svg', 'figcaption'];

const shardsFile = z.object({ shards: z.array(z.string()) });

/**
 * Writes `/pagefind/` under a folder of generated files: the search index and the code that reads it.
 *
 * The index has parts, each in the memory of Pagefind's own process for as long as it is made; a part
 * whose pages have not changed is left alone. Readers find a whole index at any time.
 *
 * @throws Error when a page cannot be indexed; the index stays as it was
 */
export async function indexSite({ dir, now }: IndexSiteOptions): Promise<Indexing> {
  const pages = findPages(dir);
  const entries = readEntries(dir);
  const target = join(dir, 'pagefind');
  const unfinished = join(target, 'unfinished');
  // Of a run that was ended.
  rmSync(unfinished, { recursive: true, force: true });
  const known = readDigests(target);
  const shards = toShards(pages);
  const digests: string[] = [];
  let written = 0;
  try {
    for (const [number, shard] of shards.entries()) {
      const own = number === 0 ? entries : [];
      const digest = digestOf(shard, own);
      digests.push(digest);
      if (known[number] === digest) continue;
      const place = number === 0 ? target : join(target, String(number));
      await writeIndex(shard, own, unfinished);
      installIndex({ from: unfinished, to: place, withCode: number === 0, now });
      rmSync(unfinished, { recursive: true });
      written += 1;
    }
    if (written > 0 || known.length !== digests.length) writeDigests(target, digests);
    for (const number of known.keys()) {
      if (number >= digests.length) rmSync(join(target, String(number)), { recursive: true });
    }
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    await close();
  }
  return { found: pages.length + entries.length, shards: shards.length, written };
}

async function writeIndex(
  pages: readonly FoundPage[],
  entries: readonly FoundEntry[],
  outputPath: string,
): Promise<void> {
  const { index, errors } = await createIndex({
    forceLanguage: 'en',
    excludeSelectors: LEFT_OUT,
  });
  if (index === undefined) throw new Error(`Pagefind could not start: ${errors.join('; ')}`);
  // One after the other, for the memory's sake, and so that the same pages give the same index.
  for (const page of pages) await addPage(index, page);
  for (const entry of entries) await addEntry(index, entry);
  check(await index.writeFiles({ outputPath }), 'The index');
  await index.deleteIndex();
}

async function addPage(index: PagefindIndex, { url, file }: FoundPage): Promise<void> {
  check(await index.addHTMLFile({ url, content: readFileSync(file, 'utf8') }), url);
}

async function addEntry(index: PagefindIndex, entry: FoundEntry): Promise<void> {
  const { url, kind, section, title, text, grade } = entry;
  const record = {
    url,
    content: text,
    language: 'en',
    meta: { title, ...(grade === undefined ? {} : { grade }) },
    filters: { kind: [kind], section: [section] },
  };
  check(await index.addCustomRecord(record), url);
}

function check({ errors }: { readonly errors: readonly string[] }, what: string): void {
  if (errors.length > 0) throw new Error(`${what} could not be indexed: ${errors.join('; ')}`);
}

function readEntries(dir: string): readonly FoundEntry[] {
  const file = join(dir, 'search/entries.json');
  return existsSync(file) ? parseFoundEntries(readFileSync(file, 'utf8')) : [];
}

function digestOf(pages: readonly FoundPage[], entries: readonly FoundEntry[]): string {
  const hash = createHash('sha1').update(RECIPE).update(JSON.stringify(entries));
  for (const { url, digest } of pages) hash.update(`\n${url} ${digest}`);
  return hash.digest('base64url');
}

/** The parts of the index that is there; none where it cannot be read, and all is written anew. */
function readDigests(target: string): readonly string[] {
  try {
    return shardsFile.parse(JSON.parse(readFileSync(join(target, 'shards.json'), 'utf8'))).shards;
  } catch {
    return [];
  }
}

function writeDigests(target: string, shards: readonly string[]): void {
  mkdirSync(target, { recursive: true });
  const temporary = join(target, 'shards.json.new');
  writeFileSync(temporary, JSON.stringify({ shards }));
  removeSiblings(join(target, 'shards.json'));
  renameSync(temporary, join(target, 'shards.json'));
}
