import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask } from '../fixtures/ask.ts';
import { aSiteFromItsSources, type SiteFromItsSources } from '../fixtures/site-from-sources.ts';

const ARTICLES = 12;
const PATIENCE = { timeout: 60_000, interval: 50 };

test('a change of the code reaches the readers without a failed request, and loses no edit', async () => {
  const site = await aSiteFromItsSources(ARTICLES);
  const page = (): Promise<string> => textOf(site, '/benefits/article-0/');
  const [, style = ''] = /href="(\/assets\/[^"]+\.css)"/.exec(await page()) ?? [];
  const reading = readOn(site, ['/', '/benefits/article-0/', '/evidence/', style, '/rss.xml']);
  change(site, 'site/components/Footer.astro', '</footer>', 'From new code.</footer>');
  change(site, 'site/styles/base.css', 'body {', 'body { --from: new;');
  const isUnderway = (): boolean => readdirSync(join(site.dataDir, 'site/releases')).length > 2;
  await expect.poll(isUnderway, { ...PATIENCE, interval: 1 }).toBe(true);
  const titles = await retitleAll(site);
  await expect.poll(page, PATIENCE).toContain('From new code.');

  await expect.poll(() => site.health(), PATIENCE).toMatchObject({ status: 'ok', warnings: [] });
  const { answers, failed } = await reading.stop();
  expect(failed).toEqual([]);
  expect(answers).toBeGreaterThan(100);
  const listed = [await textOf(site, '/benefits/'), await textOf(site, '/health/')].join();
  for (const title of titles) expect(listed).toContain(title);
  expect(await page()).not.toContain(style);
  expect((await ask(site.url, style)).status).toBe(200);
  await expect
    .poll(() => readdirSync(join(site.dataDir, 'site/releases')), PATIENCE)
    .toHaveLength(2);
});

test('code that does not compile, or makes no pages, is told, and the next save is used; stopping leaves nothing', async () => {
  const site = await aSiteFromItsSources(1);
  const page = (): Promise<string> => textOf(site, '/evidence/');
  change(site, 'site/components/Footer.astro', '</footer>', '{oops(</footer>');
  await expect
    .poll(() => site.health(), PATIENCE)
    .toMatchObject({ status: 'ok', warnings: [expect.stringContaining('Footer.astro')] });
  expect(site.output()).toContain('site/components/Footer.astro');
  expect((await ask(site.url, '/evidence/')).status).toBe(200);
  const thrown = "{(() => { throw new Error('No such word.'); })()}</footer>";
  change(site, 'site/components/Footer.astro', '{oops(</footer>', thrown);
  await expect
    .poll(() => site.health(), PATIENCE)
    .toMatchObject({ status: 'ok', warnings: [expect.stringContaining('No such word.')] });
  expect((await ask(site.url, '/evidence/')).status).toBe(200);
  change(site, 'site/components/Footer.astro', thrown, 'Mended.</footer>');
  await expect.poll(page, PATIENCE).toContain('Mended.');
  expect(await site.health()).toMatchObject({ warnings: [] });

  change(site, 'site/serve/listen.ts', 'import', '// Changed.\nimport');
  await expect.poll(() => site.output(), PATIENCE).toContain('restart to use it');

  change(site, 'site/components/Footer.astro', 'Mended.', 'Never shown.');
  const changes = (): number => site.output().split('The code has changed').length - 1;
  await expect.poll(changes, PATIENCE).toBe(4);
  await site.stop();
  expect(readdirSync(join(site.dataDir, 'site/releases'))).toHaveLength(2);
  expect(
    readdirSync(join(site.dataDir, 'site/compiled')).filter((name) => name.includes('.')),
  ).toEqual([]);
});

async function textOf(site: SiteFromItsSources, path: string): Promise<string> {
  return (await ask(site.url, path)).body.toString();
}

function change(site: SiteFromItsSources, name: string, before: string, after: string): void {
  const file = join(site.root, name);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(before)) throw new Error(`${name} holds no ${before}`);
  writeFileSync(file, text.replace(before, after));
}

/** Reads these pages again and again. */
function readOn(site: SiteFromItsSources, paths: readonly string[]) {
  const failed: string[] = [];
  const state = { going: true, answers: 0 };
  const read = async (): Promise<void> => {
    while (state.going) {
      for (const path of paths) {
        const { status, body } = await ask(site.url, path);
        state.answers += 1;
        const isWhole = !path.endsWith('/') || /<\/html>\s*$/.test(body.toString());
        if (status !== 200 || !isWhole) failed.push(`${path} answered ${status}`);
      }
    }
  };
  const done = read();
  return {
    async stop() {
      state.going = false;
      await done;
      return { answers: state.answers, failed };
    },
  };
}

/** Gives one article after the other a new title. */
async function retitleAll(site: SiteFromItsSources): Promise<readonly string[]> {
  const titles = Array.from({ length: ARTICLES }, (_, index) => `New title ${index}.`);
  for (const [index, title] of titles.entries()) {
    await site.writer.patch(`article-${index}`).set({ title }).commit();
  }
  return titles;
}
