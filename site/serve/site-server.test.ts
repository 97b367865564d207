import { expect, onTestFinished, test } from 'vitest';
import { openLab } from '../../lake/contract/lab.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { parseSiteConfig } from '../cms/parse-site-config.ts';
import { startSiteServer } from './site-server.ts';

test('a site whose pages are not written yet answers 503, and says at health that it is behind', async () => {
  const config = parseSiteConfig({ SITE_PORT: '0', DATA_DIR: temporaryFolder() });
  const site = await startSiteServer(config, { log: () => undefined, onProgress: () => undefined });
  onTestFinished(() => site.close());
  const page = await fetch(`${site.url}/benefits/`);
  expect(page.status).toBe(503);
  expect(await page.text()).toContain('The pages are being written');
  const health = await fetch(`${site.url}/api/health`);
  expect(await health.json()).toMatchObject({ status: 'behind' });
});

test('a token that the store refuses is told in one line, and at health', async () => {
  const lab = await openLab();
  onTestFinished(() => lab.end());
  const config = parseSiteConfig({
    SITE_PORT: '0',
    DATA_DIR: temporaryFolder(),
    SANITY_API_HOST: lab.lake.url,
    SANITY_API_TOKEN: 'of-another-store',
  });
  const said: string[] = [];
  const log = (line: string): void => void said.push(line);
  const site = await startSiteServer(config, { log, onProgress: () => undefined });
  onTestFinished(() => site.close());
  const warnings = [expect.stringContaining('refuses SANITY_API_TOKEN')];
  await expect
    .poll(async () => (await fetch(`${site.url}/api/health`)).json())
    .toMatchObject({ warnings });
  expect(said.filter((line) => line.includes('SANITY_API_TOKEN'))).toEqual(warnings);
});
