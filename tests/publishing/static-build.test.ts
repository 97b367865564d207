import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { indexSite } from '../../site/search/index-site.ts';
import { aGeneratedSite } from '../fixtures/generated-site.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

test('astro build and the publisher write the same files', async () => {
  const { dir: published, env } = await aGeneratedSite('https://example.org');
  await indexSite({ dir: published, now: new Date() });
  const built = temporaryFolder();
  await promisify(execFile)(process.execPath, ['scripts/build/main.ts', '--outDir', built], {
    env: { ...process.env, ...env, ASTRO_TELEMETRY_DISABLED: '1' },
  });

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

function filesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .toSorted();
}
