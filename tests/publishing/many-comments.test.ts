import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../scripts/bench/random.ts';
import { syntheticDocuments, syntheticReply } from '../../scripts/bench/synthetic-documents.ts';
import { allPaths } from '../../site/cms/all-addresses.ts';
import { Catalogue } from '../../site/cms/catalogue.ts';
import type { Comment } from '../../site/cms/sanity.types.ts';
import { compileSite } from '../../site/publish/compile.ts';
import { loadCompiledSite, type CompiledSite } from '../../site/publish/compiled-site.ts';
import { publishChanges, writePaths, type PublisherOptions } from '../../site/publish/publisher.ts';
import { COMPILED } from '../fixtures/first-data-dir.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const MANY = 10_000;
const ARTICLE = '/benefits/article-0/';
const now = new Date('2026-06-01T00:00:00Z');
let site: CompiledSite;

beforeAll(async () => {
  site = await loadCompiledSite(await compileSite(COMPILED));
});

/** How each comment finds the one that it answers. */
const SHAPES: Readonly<Record<string, (index: number, random: () => number) => number>> = {
  pairs: (index) => (index % 2 === 1 ? index - 1 : -1),
  'a chain': (index) => index - 1,
  'one answered by all': () => 0,
  'a conversation': (index, random) => (random() < 0.4 ? -1 : Math.floor(random() * index)),
};

function manyComments(shape: string): readonly Comment[] {
  const random = createRandom(7);
  const parentOf = SHAPES[shape] ?? (() => -1);
  return Array.from({ length: MANY }, (_, index) => {
    const parent = parentOf(index, random);
    return {
      ...syntheticReply(random, index, 0),
      parent: { _type: 'reference', _ref: parent === index ? '' : `comment-${parent}` },
    };
  });
}

function aPublisher(comments: readonly Comment[]): PublisherOptions {
  const frame = syntheticDocuments(2).filter(({ _type }) => _type !== 'comment');
  const catalogue = new Catalogue([...frame, ...comments], now);
  return { site, catalogue, dir: temporaryFolder() };
}

function pathsOf({ catalogue }: PublisherOptions): readonly string[] {
  return [...allPaths(catalogue)].filter((path) => path.startsWith(ARTICLE));
}

/** @returns the processor's seconds that this thread took: what else the machine does is not counted */
async function secondsOf(work: () => Promise<void>): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1e6;
}

describe('an article with 10,000 comments', () => {
  test.for(Object.keys(SHAPES))('is written within 2 s: %s', async (shape) => {
    const comments = manyComments(shape);
    // A running site has written pages before: the first ones are twice as slow.
    const before = aPublisher(comments.slice(0, MANY / 10));
    await writePaths(before, pathsOf(before));
    const publisher = aPublisher(comments);
    const paths = pathsOf(publisher);
    const all = await secondsOf(async () => {
      const { written } = await writePaths(publisher, paths);
      expect(written).toHaveLength(paths.length);
    });
    expect(all).toBeLessThan(2);

    const last = { ...syntheticReply(() => 0, MANY, 0), submittedAt: '2026-05-01T00:00:00Z' };
    const more = await secondsOf(async () => {
      const { written } = await publishChanges(publisher, [{ id: last._id, doc: last }], now);
      const newest = [`${ARTICLE}comments/`, `${ARTICLE}comments.xml`, '/comments/rss.xml'];
      expect(written).toEqual(expect.arrayContaining([ARTICLE, ...newest]));
      // Those, the page it stands on and, if that is a new one, the page before.
      expect(written.length).toBeLessThanOrEqual(6);
    });
    expect(more).toBeLessThan(0.5);
  });
});
