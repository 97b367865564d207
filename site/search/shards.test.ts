import { describe, expect, test } from 'vitest';
import { toShards } from './shards.ts';

const pages = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ url: `/health/page-${index}/` }));

describe('toShards', () => {
  test.for([
    { count: 0, shards: 1 },
    { count: 2000, shards: 1 },
    { count: 2001, shards: 2 },
    { count: 10_000, shards: 8 },
  ])('$count pages: $shards', ({ count, shards }) => {
    expect(toShards(pages(count))).toHaveLength(shards);
  });

  test('every page is in one of them', () => {
    const all = pages(5000);
    expect(new Set(toShards(all).flat())).toEqual(new Set(all));
  });

  test('a new page moves no other', () => {
    const before = toShards(pages(3000));
    const after = toShards(pages(3001));
    for (const [number, shard] of before.entries()) {
      expect(after[number]?.filter(({ url }) => url !== '/health/page-3000/')).toEqual(shard);
    }
  });
});
