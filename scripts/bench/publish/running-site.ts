import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { SanityClient } from '@sanity/client';
import { Catalogue } from '../../../site/cms/catalogue.ts';
import { createWriter } from '../../../site/cms/client.ts';
import type { Doc } from '../../../site/cms/document.ts';
import { parseSiteConfig } from '../../../site/cms/parse-site-config.ts';
import { cards } from '../../../site/pictures/cards.ts';
import { startChild } from '../../start/child.ts';
import { fillStore } from '../fill-store.ts';
import { descendantsOf, processState } from './process-memory.ts';

const TOKEN = 'a-token-of-the-benchmark-only';
const LOOK_EVERY_MS = 250;
/** It is at rest when it has no children, and takes less than this share of a core, for so long. */
const REST = { share: 0.03, seconds: 3 };
const PATIENCE_MS = 20 * 60_000;

/** A lake and a site in processes of their own, as `npm start` runs them. */
export interface RunningPublication {
  readonly writer: SanityClient;
  /** The folder of the files that readers are served. */
  readonly served: string;
  /**
   * Waits until the site has nothing to do: all is written, compressed and indexed.
   *
   * @throws Error when that takes more than 20 minutes
   */
  readonly settled: () => Promise<SiteMemory>;
  readonly stop: () => Promise<void>;
}

/** MiB. */
export interface SiteMemory {
  /** Of the site's own process, now. */
  readonly rssMiB: number;
  /** The most it ever had. */
  readonly peakMiB: number;
  /** The most that the processes it starts had together. */
  readonly childrenMiB: number;
}

/**
 * Starts both with these documents, and waits until every page is written.
 *
 * The cards of shared links are there already, as after the first day: drawing 10,000 takes minutes.
 *
 * @param dataDir where both keep what they have; pages compiled there already are used
 */
export async function startPublication(
  dataDir: string,
  documents: readonly Doc[],
): Promise<RunningPublication> {
  const lake = startChild({
    name: 'lake',
    script: 'lake/main.ts',
    env: { LAKE_PORT: '0', LAKE_DIR: join(dataDir, 'lake'), LAKE_ROBOT_TOKEN: TOKEN },
    log: () => undefined,
  });
  try {
    const { url } = await lake.ready;
    const env = { SANITY_API_HOST: url, SANITY_API_TOKEN: TOKEN, DATA_DIR: dataDir };
    const writer = createWriter(parseSiteConfig(env));
    await fillStore(writer, documents);
    placeCards(dataDir, documents);
    const site = startChild({
      name: 'site',
      script: 'site/server.ts',
      env: { ...env, SITE_PORT: '0' },
      log: () => undefined,
    });
    const stop = async (): Promise<void> => {
      await site.stop();
      await lake.stop();
    };
    try {
      await site.ready;
    } catch (error) {
      await stop();
      throw error;
    }
    return {
      writer,
      served: join(dataDir, 'site/releases/current'),
      settled: () => settled(site.pid ?? 0),
      stop,
    };
  } catch (error) {
    await lake.stop();
    throw error;
  }
}

function placeCards(dataDir: string, documents: readonly Doc[]): void {
  for (const { path } of cards(new Catalogue(documents, new Date()))) {
    const file = join(dataDir, 'site/pictures', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'a card');
  }
}

async function settled(pid: number): Promise<SiteMemory> {
  const deadline = performance.now() + PATIENCE_MS;
  let childrenMiB = 0;
  let rest = { since: performance.now(), cpuS: 0 };
  for (;;) {
    await delay(LOOK_EVERY_MS);
    const now = performance.now();
    const state = processState(pid);
    if (state === undefined) throw new Error('The site has ended, or this is not Linux.');
    const children = descendantsOf(pid);
    childrenMiB = Math.max(childrenMiB, sum(children.map(({ rssMiB }) => rssMiB)));
    const seconds = (now - rest.since) / 1000;
    const isBusy = state.cpuS - rest.cpuS > REST.share * REST.seconds;
    if (children.length > 0 || isBusy) rest = { since: now, cpuS: state.cpuS };
    else if (seconds > REST.seconds) {
      return {
        rssMiB: Math.round(state.rssMiB),
        peakMiB: Math.round(state.peakMiB),
        childrenMiB: Math.round(childrenMiB),
      };
    }
    if (now > deadline) throw new Error('The site never came to rest.');
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
