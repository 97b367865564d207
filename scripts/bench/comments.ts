import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { SanityClient } from '@sanity/client';
import { allPaths } from '../../site/cms/all-addresses.ts';
import { Catalogue } from '../../site/cms/catalogue.ts';
import { createWriter } from '../../site/cms/client.ts';
import { parseSiteConfig } from '../../site/cms/parse-site-config.ts';
import { compileSite } from '../../site/publish/compile.ts';
import { loadCompiledSite } from '../../site/publish/compiled-site.ts';
import { writePaths } from '../../site/publish/publisher.ts';
import { startChild, type Child } from '../start/child.ts';
import type { Bench } from './bench.ts';
import { sendComment, sendComments, waitingIn, type Sent } from './comments/send-comments.ts';
import { startStoreProxy } from './comments/store-proxy.ts';
import { percentilesOf } from './percentiles.ts';
import { createRandom } from './random.ts';
import { fillStore, UNLIMITED_COMMENTS } from './fill-store.ts';
import { syntheticDocuments, syntheticReply } from './synthetic-documents.ts';

const TOKEN = 'a-token-of-the-benchmark-only';
const PER_SECOND = 200;
const SECONDS = 30;
const THROTTLE = 25;
const SUBMITS = 200;
const MANY_COMMENTS = 10_000;
const ARTICLES = 10;
const ARTICLE_ID = 'article-0';
const PATIENCE_S = 600;

/**
 * Many comments at once, through a site and a lake in processes of their own: `burst` with the store
 * as fast as it is, `throttled` with one that takes 25 writes a second and refuses the rest, as hosted
 * Sanity does. `submit` is one comment at a time. `tenThousandS` is writing every page of an article
 * with 10,000 comments. Milliseconds, and seconds where the name says so.
 */
export const comments: Bench = async ({ progress }) => {
  const dir = mkdtempSync(join(tmpdir(), 'lymphwise-bench-'));
  const running: { stop: () => Promise<unknown> }[] = [];
  try {
    progress('starting a lake and a site');
    const lake = launch('lake', 'lake/main.ts', {
      LAKE_PORT: '0',
      LAKE_DIR: join(dir, 'lake'),
      LAKE_ROBOT_TOKEN: TOKEN,
    });
    running.push(lake);
    const { url: lakeUrl } = await lake.ready;
    const env = { SANITY_API_TOKEN: TOKEN, DATA_DIR: dir, SITE_PORT: '0' };
    const client = createWriter(parseSiteConfig({ ...env, SANITY_API_HOST: lakeUrl }));
    await fillStore(client, [...syntheticDocuments(ARTICLES), UNLIMITED_COMMENTS]);
    const proxy = await startStoreProxy(lakeUrl);
    running.push({ stop: proxy.close });
    const child = launch('site', 'site/server.ts', { ...env, SANITY_API_HOST: proxy.url });
    running.push(child);
    const { url: site } = await child.ready;

    progress('one at a time');
    const submit = await oneAtATime(site);
    const round = async (mark: string) => {
      progress(`${PER_SECOND} comments a second for ${SECONDS} s: ${mark}`);
      const to = { site, articleId: ARTICLE_ID, perSecond: PER_SECOND, seconds: SECONDS };
      const sent = await sendComments({ ...to, mark });
      for (const [status, count] of Object.entries(sent.refused)) {
        progress(`${count} were answered with ${status === '0' ? 'nothing' : status}`);
      }
      const deliveredS = await untilDelivered(site, progress);
      return { ...(await accountFor(sent, mark, client)), deliveredS };
    };
    const { deliveredS: _soon, ...burst } = await round('burst');
    proxy.limit(THROTTLE);
    const throttled = { ...(await round('throttled')), refusedWrites: proxy.refused() };

    progress(`writing an article with ${MANY_COMMENTS} comments`);
    const tenThousandS = await writeManyComments(dir);
    return { runs: 1, comments: MANY_COMMENTS, burst, throttled, tenThousandS, submit };
  } finally {
    for (const { stop } of running.toReversed()) await stop();
    rmSync(dir, { recursive: true, force: true });
  }
};

function launch(name: string, script: string, env: Readonly<Record<string, string>>): Child {
  return startChild({ name, script, env, log: () => undefined });
}

async function oneAtATime(site: string) {
  const times: number[] = [];
  for (let index = 0; index < SUBMITS; index += 1) {
    const began = performance.now();
    const text = `One at a time, number ${index}.`;
    const status = await sendComment({ site, articleId: ARTICLE_ID }, text, index);
    if (status !== 202) throw new Error(`A comment was answered with ${status}.`);
    times.push(performance.now() - began);
  }
  return percentilesOf(times);
}

/** @returns the seconds it took */
async function untilDelivered(site: string, progress: (line: string) => void): Promise<number> {
  const began = performance.now();
  const passed = (): number => (performance.now() - began) / 1000;
  for (let told = 0; ;) {
    const waiting = await waitingIn(site);
    if (waiting === 0) return Math.round(passed() * 10) / 10;
    if (passed() > PATIENCE_S) throw new Error(`${waiting} comments were never delivered.`);
    if (passed() - told > 10) {
      told = passed();
      progress(`${waiting} comments wait for their delivery`);
    }
    await delay(100);
  }
}

async function accountFor(
  { acknowledged, refused, waits }: Sent,
  mark: string,
  client: SanityClient,
) {
  const sources = await client.fetch<string[]>('*[_type == "comment"].source');
  const arrived = new Map<string, number>();
  for (const source of sources) {
    const text = source.slice(source.lastIndexOf('\n') + 1);
    arrived.set(text, (arrived.get(text) ?? 0) + 1);
  }
  return {
    sent: waits.length,
    acknowledged: acknowledged.length,
    refused: Object.values(refused).reduce((sum, count) => sum + count, 0),
    lost: acknowledged.filter((text) => !arrived.has(text)).length,
    doubled: [...arrived].filter(([text, count]) => text.startsWith(mark) && count > 1).length,
    p95: percentilesOf(waits).p95,
  };
}

/** @returns the seconds for all of the article's pages, the middle of three runs */
async function writeManyComments(dir: string): Promise<number> {
  const random = createRandom(7);
  const documents = [
    ...syntheticDocuments(ARTICLES).filter(({ _type }) => _type !== 'comment'),
    ...Array.from({ length: MANY_COMMENTS }, (_, index) => syntheticReply(random, index, 0)),
  ];
  const site = await loadCompiledSite(await compileSite(join(dir, 'site/compiled')));
  const catalogue = new Catalogue(documents, new Date());
  const paths = [...allPaths(catalogue)].filter((path) => path.startsWith('/benefits/article-0/'));
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const began = performance.now();
    const { written } = await writePaths({ site, catalogue, dir: join(dir, `many-${run}`) }, paths);
    times.push((performance.now() - began) / 1000);
    if (written.length < paths.length) throw new Error('Not every page was written.');
  }
  return percentilesOf(times).p50;
}
