import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileSite } from '../../site/publish/compile.ts';
import { generateSite } from '../../site/publish/generate.ts';
import type { Doc } from '../../site/cms/document.ts';
import type { Bench } from './bench.ts';
import { installEleventy } from './eleventy.ts';
import { syntheticDocuments } from './synthetic-documents.ts';

/**
 * Writing the whole site from nothing, with one thread and with two, and beside it Eleventy with the
 * same articles on plainer pages. Seconds; memory in MiB.
 */
export const generate: Bench = async ({ articles, progress }) => {
  const dir = mkdtempSync(join(tmpdir(), 'lymphwise-bench-'));
  try {
    progress('compiling');
    const { result: compiled, seconds: compileS } = await timed(() =>
      compileSite(join(dir, 'compiled')),
    );
    const documents = syntheticDocuments(articles);
    const options = { compiled, documents, now: new Date() };
    const run = async (threads: number, name: string) => {
      progress(`writing with ${threads} thread${threads === 1 ? '' : 's'}`);
      return timed(() => generateSite({ ...options, dir: join(dir, name), threads }));
    };
    await run(1, 'warm-up');
    const one = await run(1, 'one');
    const two = await run(2, 'two');
    progress('installing Eleventy');
    const peerS = await besidePeer(join(dir, 'eleventy'), documents, progress);
    if (one.result.failed.length + two.result.failed.length > 0) {
      throw new Error(`Pages failed: ${JSON.stringify(one.result.failed.slice(0, 3))}`);
    }
    return {
      runs: 1,
      articles,
      oneThreadS: one.seconds,
      twoThreadsS: two.seconds,
      compileS,
      ...(peerS === undefined
        ? {}
        : { peerS, ratioOne: ratio(one.seconds, peerS), ratioTwo: ratio(two.seconds, peerS) }),
      peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
      files: one.result.files,
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

/** How long Eleventy takes, in seconds; undefined, and said, where npm cannot bring it. */
async function besidePeer(
  dir: string,
  documents: readonly Doc[],
  progress: (line: string) => void,
): Promise<number | undefined> {
  try {
    const peer = await installEleventy(dir, documents);
    progress('writing with Eleventy');
    await peer.build();
    return await peer.build();
  } catch (error) {
    progress(`Eleventy is left out: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function ratio(ours: number, theirs: number): number {
  return Math.round((ours / theirs) * 100) / 100;
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const start = performance.now();
  const result = await work();
  return { result, seconds: Math.round(performance.now() - start) / 1000 };
}
