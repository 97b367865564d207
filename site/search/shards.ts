import { createHash } from 'node:crypto';

/**
 * Most pages in one part of the index: Pagefind takes about 0.2 MiB of memory for a page, and each
 * part costs a reader five requests at the first search. 10,000 pages at once took 1.7 GiB.
 */
const LARGEST = 2000;

/** Pages by part: a page stays in its part until the number of parts doubles. */
export function toShards<T extends { readonly url: string }>(
  pages: readonly T[],
): readonly (readonly T[])[] {
  const count = shardCount(pages.length);
  const shards = Array.from({ length: count }, (): T[] => []);
  for (const page of pages) shards[shardOf(page.url, count)]?.push(page);
  return shards;
}

/** How many parts an index has: 1, 2, 4, 8… */
function shardCount(pages: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(pages / LARGEST)));
}

function shardOf(url: string, count: number): number {
  return createHash('sha1').update(url).digest().readUInt32BE(0) % count;
}
