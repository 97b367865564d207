import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Doc } from '../../site/cms/document.ts';
import { compileSite } from '../../site/publish/compile.ts';
import { writeDocuments } from '../../site/publish/documents-file.ts';
import { generateFromFile } from '../../site/publish/generate-apart.ts';
import type { Bench } from './bench.ts';
import { installEleventy, type Peer } from './eleventy.ts';
import { percentilesOf } from './percentiles.ts';
import { syntheticDocuments } from './synthetic-documents.ts';

const RUNS = 3;

/**
 * Writing the whole site from nothing, with one thread, with two, and by Eleventy with the same articles
 * on plainer pages, in turns. Seconds, the middle of the runs; memory in MiB.
 *
 * Each run is a process of its own, of ours as of Eleventy's: the time is from its start to its end,
 * reading the documents included, and the memory is the most that any of ours had.
 */
export const generate: Bench = async ({ articles, progress }) => {
  const dir = mkdtempSync(join(tmpdir(), 'lymphwise-bench-'));
  try {
    progress('compiling');
    const compiling = performance.now();
    const compiled = await compileSite(join(dir, 'compiled'));
    const compileS = secondsSince(compiling);
    const documents = syntheticDocuments(articles);
    const file = join(dir, 'documents.ndjson');
    await writeDocuments(file, documents);
    const task = { compiled, file, now: new Date(), dir: join(dir, 'site') };
    const signal = new AbortController().signal;
    const write = async (processes: number): Promise<Run> => {
      const start = performance.now();
      const run = await generateFromFile({
        ...task,
        processes,
        signal,
        onProgress: () => undefined,
      });
      const seconds = secondsSince(start);
      if (run.failed.length > 0) throw new Error(`Pages failed: ${JSON.stringify(run.failed)}`);
      progress(`${processes} at once: ${seconds} s, ${run.peakMiB} MiB`);
      rmSync(task.dir, { recursive: true });
      return { ...run, seconds };
    };
    progress('installing Eleventy');
    const peer = await bringPeer(join(dir, 'eleventy'), documents, progress);
    progress('warming up');
    const { files } = await write(1);
    await peer?.build();
    const one: Run[] = [];
    const two: Run[] = [];
    const peers: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      one.push(await write(1));
      two.push(await write(2));
      if (peer === undefined) continue;
      peers.push(await peer.build());
      progress(`Eleventy: ${peers.at(-1)} s`);
    }
    const oneThreadS = middleOf(one);
    const twoThreadsS = middleOf(two);
    const peerS = peers.length === 0 ? undefined : percentilesOf(peers).p50;
    return {
      runs: RUNS,
      articles,
      oneThreadS,
      twoThreadsS,
      compileS,
      ...(peerS === undefined
        ? {}
        : { peerS, ratioOne: ratio(oneThreadS, peerS), ratioTwo: ratio(twoThreadsS, peerS) }),
      peakMiB: Math.max(...[...one, ...two].map(({ peakMiB }) => peakMiB)),
      files,
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

interface Run {
  readonly files: number;
  readonly seconds: number;
  readonly peakMiB: number;
}

/** Undefined, and said, where npm cannot bring it. */
async function bringPeer(
  dir: string,
  documents: readonly Doc[],
  progress: (line: string) => void,
): Promise<Peer | undefined> {
  try {
    return await installEleventy(dir, documents);
  } catch (error) {
    progress(`Eleventy is left out: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function middleOf(runs: readonly Run[]): number {
  return percentilesOf(runs.map(({ seconds }) => seconds)).p50;
}

function ratio(ours: number, theirs: number): number {
  return Math.round((ours / theirs) * 100) / 100;
}

/** To three decimals. */
function secondsSince(start: number): number {
  return Math.round(performance.now() - start) / 1000;
}
