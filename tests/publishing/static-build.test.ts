import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createLake } from '../../lake/lake.ts';
import { importContent } from '../../scripts/import/import.ts';
import { createReader, createWriter } from '../../site/cms/client.ts';
import { createDocumentSource } from '../../site/cms/documents-source.ts';
import { parseSiteConfig } from '../../site/cms/site-config.ts';
import { compileSite } from '../../site/publish/compile.ts';
import { generateSite } from '../../site/publish/generate.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const TOKEN = 'a-token-for-this-test-only';
const SITE_URL = 'https://example.org';

test('astro build and the publisher write the same files', async () => {
  const dir = temporaryFolder();
  const lake = await createLake({ dir: join(dir, 'lake'), port: 0, robotToken: TOKEN });
  onTestFinished(() => lake.close());
  // The compiled pages read the site's address when they are loaded.
  vi.stubEnv('SITE_URL', SITE_URL);
  onTestFinished(() => void vi.unstubAllEnvs());
  const env = { SANITY_API_HOST: lake.url, SANITY_API_TOKEN: TOKEN, SITE_URL };
  const config = parseSiteConfig(env);
  await importContent({
    client: createWriter(config),
    contentDir: 'content',
    log: () => undefined,
  });
  await createWriter(config).create({
    _type: 'comment',
    article: { _type: 'reference', _ref: 'article-benefits', _weak: true },
    name: 'A reader <b>',
    source: 'Thank you',
    body: [],
    submittedAt: '2026-01-01T00:00:00Z',
  });

  const published = join(dir, 'published');
  const { failed } = await generateSite({
    compiled: await compileSite(join(dir, 'compiled')),
    documents: await createDocumentSource(createReader(config)).fetchAll(),
    now: new Date(),
    dir: published,
    threads: 1,
  });
  expect(failed).toEqual([]);

  const built = join(dir, 'built');
  await promisify(execFile)(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', built],
    { env: { ...process.env, ...env, ASTRO_TELEMETRY_DISABLED: '1' } },
  );

  const names = filesIn(published);
  expect(filesIn(built)).toEqual(names);
  expect(names.length).toBeGreaterThan(40);
  for (const name of names) {
    expect(readFileSync(join(built, name)).equals(readFileSync(join(published, name))), name).toBe(
      true,
    );
  }
});

function filesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .toSorted();
}
