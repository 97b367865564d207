import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { createLake } from '../../lake/lake.ts';
import { createWriter } from '../../site/cms/client.ts';
import { parseSiteConfig } from '../../site/cms/parse-site-config.ts';
import { indexSite } from '../../site/search/index-site.ts';
import { aGeneratedSite } from '../fixtures/generated-site.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const TOKEN = 'a-token-for-this-test-only';

test('astro build and the publisher write the same files', async () => {
  const { dir: published, env } = await aGeneratedSite('https://example.org');
  await indexSite({ dir: published, now: new Date() });
  const built = temporaryFolder();
  writeFileSync(join(built, 'of-the-build-before.html'), 'stale');
  const { stderr } = await build(built, env);
  expect(stderr).toContain('set COMMENTS_URL to where');

  const names = filesIn(published);
  expect(filesIn(built)).toEqual(names);
  const moved = readFileSync(join(published, 'health/old/index.html'), 'utf8');
  expect(moved).toContain('<a href="/benefits/benefits/">');
  expect(names).not.toContain('health/round/index.html');
  expect(names).toContain('pagefind/pagefind-entry.json');
  expect(names.length).toBeGreaterThan(40);
  for (const name of names) {
    const same = readFileSync(join(built, name)).equals(readFileSync(join(published, name)));
    expect(same, name).toBe(true);
  }
});

test('a build that fails leaves the one before as it was', async () => {
  const lake = await createLake({
    dir: join(temporaryFolder(), 'lake'),
    port: 0,
    robotToken: TOKEN,
  });
  onTestFinished(() => lake.close());
  const env = { SANITY_API_HOST: lake.url, SANITY_API_TOKEN: TOKEN, DATA_DIR: temporaryFolder() };
  // Settings without a title are none.
  await createWriter(parseSiteConfig(env)).create({ _id: 'settings', _type: 'settings' });
  const built = temporaryFolder();
  writeFileSync(join(built, 'index.html'), 'before');
  await expect(build(built, env)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      `The build failed. What was in ${built} before is still there.`,
    ),
  });
  expect(readdirSync(built)).toEqual(['index.html']);
});

function build(outDir: string, env: Readonly<Record<string, string>>) {
  return promisify(execFile)(process.execPath, ['scripts/build/main.ts', '--outDir', outDir], {
    env: { ...process.env, ...env },
  });
}

function filesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .toSorted();
}
