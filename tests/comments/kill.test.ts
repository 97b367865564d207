import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createRandom } from '../../scripts/bench/random.ts';
import { fillStore, UNLIMITED_COMMENTS } from '../../scripts/bench/fill-store.ts';
import { syntheticDocuments } from '../../scripts/bench/synthetic-documents.ts';
import { freePort } from '../../scripts/ports.ts';
import { createWriter } from '../../site/cms/client.ts';
import { parseSiteConfig } from '../../site/cms/parse-site-config.ts';
import { RUNNING_FLAGS } from '../../site/publish/memory.ts';
import { linkCompiled } from '../fixtures/first-data-dir.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

/** COMMENT_KILLS asks for more than every run of the tests has time for. */
const KILLS = Number(process.env['COMMENT_KILLS'] ?? 12);
const TOKEN = 'a-token-for-this-test-only';
const SENDERS = 3;

test(
  'every acknowledged comment arrives exactly once, however often site and lake are killed',
  { timeout: 60_000 + KILLS * 10_000 },
  async () => {
    const dir = temporaryFolder();
    linkCompiled(dir);
    const [lakePort, sitePort] = [await freePort(), await freePort()];
    const env = {
      LAKE_PORT: String(lakePort),
      LAKE_DIR: join(dir, 'lake'),
      LAKE_ROBOT_TOKEN: TOKEN,
      SITE_PORT: String(sitePort),
      DATA_DIR: dir,
      SANITY_API_HOST: `http://127.0.0.1:${lakePort}`,
      SANITY_API_TOKEN: TOKEN,
    };
    const lake = keepRunning('lake/main.ts', env);
    await lake.ready();
    const client = createWriter(parseSiteConfig(env));
    const documents = syntheticDocuments(4).filter(({ _type }) => _type !== 'comment');
    await fillStore(client, [...documents, UNLIMITED_COMMENTS]);
    const site = keepRunning('site/server.ts', env);
    await site.ready();

    const url = `http://127.0.0.1:${sitePort}`;
    const load = startLoad(url);
    const random = createRandom(100);
    for (let kill = 0; kill < KILLS; kill += 1) {
      await delay(random() * 400);
      const victim = random() < 0.5 ? site : lake;
      await victim.kill();
      await delay(random() * 200);
      await victim.ready();
    }
    await expect.poll(() => load.acknowledged().length, { timeout: 20_000 }).toBeGreaterThan(KILLS);
    const acknowledged = await load.stop();
    await expect.poll(() => waiting(url), { timeout: 60_000, interval: 200 }).toBe(0);

    const arrived = await client.fetch<string[]>('*[_type == "comment"].source');
    const counts = Map.groupBy(arrived, (source) => source);
    const lost = acknowledged.filter((text) => !counts.has(text));
    const doubled = [...counts].filter(([, copies]) => copies.length > 1);
    expect({ lost, doubled }).toEqual({ lost: [], doubled: [] });
    const privateParts = await client.fetch<number>('count(*[_type == "privateComment"])');
    expect(privateParts).toBe(arrived.length);
  },
);

/** A server that is started again after each kill. */
function keepRunning(script: string, env: Readonly<Record<string, string>>) {
  let child: ChildProcess | undefined;
  let ended: Promise<unknown> = Promise.resolve();
  const kill = async (): Promise<void> => {
    child?.kill('SIGKILL');
    child = undefined;
    await ended;
  };
  const ready = async (): Promise<void> => {
    // With other flags each would compile everything anew: what is killed keeps nothing of that.
    const started = spawn(process.execPath, [...RUNNING_FLAGS, script], {
      env: { ...process.env, ...env },
      // It ends when this process does, whatever becomes of the test.
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    });
    child = started;
    ended = new Promise((resolve) => started.once('exit', resolve));
    await new Promise<void>((resolve, reject) => {
      if (started.stdout !== null) {
        createInterface({ input: started.stdout }).once('line', () => resolve());
      }
      void ended.then(() => reject(new Error(`${script} ended before it was ready.`)));
    });
  };
  onTestFinished(kill);
  return { ready, kill };
}

/** Several people who comment one after the other, and try no second time. */
function startLoad(url: string) {
  const acknowledged: string[] = [];
  const stopping = new AbortController();
  const send = async (sender: number): Promise<void> => {
    for (let index = 0; !stopping.signal.aborted; index += 1) {
      const comment = `Comment ${index} of sender ${sender}`;
      const status = await post(url, comment, `s${sender}@mail.example`);
      if (status === 202) acknowledged.push(comment);
      await delay(5);
    }
  };
  const sending = Array.from({ length: SENDERS }, (_, sender) => send(sender));
  return {
    acknowledged: () => acknowledged,
    stop: async () => {
      stopping.abort();
      await Promise.all(sending);
      return acknowledged;
    },
  };
}

async function post(url: string, comment: string, email: string): Promise<number> {
  try {
    const response = await fetch(`${url}/api/comments`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ article: 'article-0', name: 'Ann', email, comment }),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}

async function waiting(url: string): Promise<unknown> {
  const health: unknown = await (await fetch(`${url}/api/health`)).json();
  const outbox =
    typeof health === 'object' && health !== null && 'outbox' in health ? health.outbox : undefined;
  return typeof outbox === 'object' && outbox !== null && 'waiting' in outbox
    ? outbox.waiting
    : undefined;
}
