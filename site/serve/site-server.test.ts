import { expect, onTestFinished, test } from 'vitest';
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
