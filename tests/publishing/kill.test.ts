import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { createLake } from '../../lake/lake.ts';
import { createRandom } from '../../scripts/bench/random.ts';
import { fillStore } from '../../scripts/bench/fill-store.ts';
import { syntheticDocuments } from '../../scripts/bench/synthetic-documents.ts';
import { createReader, createWriter } from '../../site/cms/client.ts';
import { createDocumentSource } from '../../site/cms/documents-source.ts';
import { parseSiteConfig } from '../../site/cms/parse-site-config.ts';
import { compileSite } from '../../site/publish/compile.ts';
import { generateSite } from '../../site/publish/generate.ts';
import { RUNNING_FLAGS } from '../../site/publish/memory.ts';
import { COMPILED, linkCompiled } from '../fixtures/first-data-dir.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const KILLS = 50;
const ARTICLES = 12;
const TOKEN = 'a-token-for-this-test-only';
const SITE_URL = 'http://localhost:4321';

// Fifty starts take long on a machine that has other work.
test(
  'a site that is killed again and again has whole files, and is right when it is back',
  { timeout: 300_000 },
  async () => {
    const dir = temporaryFolder();
    const lake = await createLake({ dir: join(dir, 'lake'), port: 0, robotToken: TOKEN });
    onTestFinished(() => lake.close());
    const env = { SANITY_API_HOST: lake.url, SANITY_API_TOKEN: TOKEN, SITE_URL, DATA_DIR: dir };
    const config = parseSiteConfig(env);
    const writer = createWriter(config);
    await fillStore(writer, syntheticDocuments(ARTICLES));
    linkCompiled(dir);
    const random = createRandom(50);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const site = startSite(env);
      await site.ready;
      for (let edit = 0; edit < 3; edit += 1) {
        const id = `article-${Math.floor(random() * ARTICLES)}`;
        await writer
          .patch(id)
          .set({ title: `Title ${kill} ${edit}` })
          .commit();
      }
      await pause(random() * 40);
      await site.kill();
      expect(brokenIn(dir)).toEqual([]);
    }

    const last = startSite(env);
    const url = await last.ready;
    await expect.poll(() => isCurrent(url), { timeout: 10_000 }).toBe(true);
    const anew = join(dir, 'anew');
    await generateSite({
      compiled: await compileSite(COMPILED),
      documents: await createDocumentSource(createReader(config), config.siteUrl).fetchAll(),
      now: new Date(),
      dir: anew,
    });
    const served = join(dir, 'site/releases/current');
    const different = pagesIn(anew).filter(
      (name) => !readFileSync(join(served, name)).equals(readFileSync(join(anew, name))),
    );
    expect(different).toEqual([]);
    await last.kill();
  },
);

function startSite(env: Readonly<Record<string, string>>) {
  // With other flags each would compile everything anew: what is killed keeps nothing of that.
  const child: ChildProcess = spawn(process.execPath, [...RUNNING_FLAGS, 'site/server.ts'], {
    env: { ...process.env, ...env, SITE_PORT: '0' },
    // It ends when this process does, whatever becomes of the test.
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const ready = new Promise<string>((resolve, reject) => {
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).once('line', (line) => {
      const said: unknown = JSON.parse(line);
      const isUrl = typeof said === 'object' && said !== null && 'url' in said;
      resolve(isUrl ? String(said.url) : '');
    });
    void ended.then(() => reject(new Error('The site ended before it was ready.')));
  });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return { ready, kill };
}

async function isCurrent(url: string): Promise<boolean> {
  const health: unknown = await (await fetch(`${url}/api/health`)).json();
  return (
    typeof health === 'object' && health !== null && 'current' in health && health.current === true
  );
}

/** Pages that do not end as a whole page does. */
function brokenIn(dir: string): readonly string[] {
  const served = join(dir, 'site/releases/current');
  return pagesIn(served).filter(
    (name) =>
      !/<\/(?:html|rss|urlset|sitemapindex)>\s*$/.test(readFileSync(join(served, name), 'utf8')),
  );
}

function pagesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:html|xml)$/.test(entry.name))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}
