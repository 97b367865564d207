import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { compileSite } from '../../site/publish/compile.ts';
import { fileOf } from '../../site/publish/files.ts';
import { generateSite } from '../../site/publish/generate.ts';
import type { Bench } from './bench.ts';
import { percentilesOf } from './percentiles.ts';
import { startAstroNode, startNginx, startOurs, type Contender } from './serve/contenders.ts';
import { syntheticDocuments } from './synthetic-documents.ts';

const PATH = '/benefits/article-0/';
const CONNECTIONS = 100;
const WARM_UP_S = 2;
const ROUND_S = 4;
const ROUNDS = 5;

/** Answers a second, and the milliseconds that 99 of 100 readers waited at most. */
interface Serving {
  readonly rps: number;
  readonly p99: number;
  /** What one answer takes of a core, in microseconds, where that can be told. */
  readonly cpuMicros?: number;
}

/**
 * How many readers of one article each server answers: ours, Astro's own for Node, and nginx.
 *
 * The same bytes, not compressed, since Astro's server cannot; in turns, so that all meet the same
 * weather. The middle of the rounds counts. Whoever asks shares the machine and has one core: of a
 * server that is faster, `rps` shows what can be asked, and `cpuMicros` what it could do.
 */
export const serve: Bench = async ({ articles, progress }) => {
  const dir = mkdtempSync(join(tmpdir(), 'lymphwise-bench-'));
  const contenders = new Map<string, Contender>();
  try {
    progress('generating');
    const site = join(dir, 'site');
    const compiled = await compileSite(join(dir, 'compiled'));
    const documents = syntheticDocuments(articles);
    await generateSite({ compiled, documents, now: new Date(), dir: site });
    contenders.set('ours', await startOurs(site));
    progress("building the same page for Astro's server");
    contenders.set('astroNode', await startAstroNode(join(dir, 'astro'), site, PATH));
    const nginx = await startNginx(join(dir, 'nginx'), site);
    if (nginx === undefined) progress('nginx is not installed: left out');
    else contenders.set('nginx', nginx);

    const figures = await measureInTurns(contenders, progress);
    const bytes = statSync(fileOf(site, PATH)).size;
    return {
      runs: ROUNDS,
      articles,
      bytes,
      connections: CONNECTIONS,
      ...figures,
      ...ratios(figures),
    };
  } finally {
    for (const { stop } of contenders.values()) await stop();
    rmSync(dir, { recursive: true, force: true });
  }
};

async function measureInTurns(
  contenders: ReadonlyMap<string, Contender>,
  progress: (line: string) => void,
): Promise<Readonly<Record<string, Serving>>> {
  const rounds = new Map<string, Serving[]>();
  for (const [name, contender] of contenders) {
    progress(`warming up: ${name}`);
    await ask(contender, WARM_UP_S);
    rounds.set(name, []);
  }
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const [name, contender] of contenders) {
      const serving = await ask(contender, ROUND_S);
      progress(`round ${round} of ${ROUNDS}: ${name} ${Math.round(serving.rps)} a second`);
      rounds.get(name)?.push(serving);
    }
  }
  return Object.fromEntries([...rounds].map(([name, servings]) => [name, middleOf(servings)]));
}

async function ask({ url, cpuMicros }: Contender, duration: number): Promise<Serving> {
  const before = cpuMicros?.();
  const result = await autocannon({ url: url + PATH, connections: CONNECTIONS, duration });
  const failed = result.non2xx + result.errors;
  if (failed > 0) throw new Error(`${url} failed ${failed} times.`);
  const after = cpuMicros?.();
  return {
    rps: result.requests.average,
    p99: result.latency.p99,
    ...(before !== undefined &&
      after !== undefined && { cpuMicros: (after - before) / result.requests.total }),
  };
}

function middleOf(servings: readonly Serving[]): Serving {
  const cpuMicros = servings.flatMap((serving) => serving.cpuMicros ?? []);
  return {
    rps: percentilesOf(servings.map(({ rps }) => rps)).p50,
    p99: percentilesOf(servings.map(({ p99 }) => p99)).p50,
    ...(cpuMicros.length > 0 && { cpuMicros: percentilesOf(cpuMicros).p50 }),
  };
}

function ratios({ ours, astroNode, nginx }: Readonly<Record<string, Serving>>) {
  const ratio = (other: Serving): number => Math.round(((ours?.rps ?? 0) / other.rps) * 100) / 100;
  return {
    ...(astroNode && { ratioToAstroNode: ratio(astroNode) }),
    ...(nginx && { ratioToNginx: ratio(nginx) }),
  };
}
