import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { indexSite } from '../../site/search/index-site.ts';
import { launchChromium } from '../browser/chromium.ts';
import { violationsOf } from '../browser/violations.ts';
import { aGeneratedSite } from '../fixtures/generated-site.ts';
import { aServedFolder } from '../fixtures/served-folder.ts';

test('a reader finds what is published, with scripts and without', async () => {
  const { dir } = await aGeneratedSite('http://localhost');
  await indexSite({ dir, now: new Date() });
  const url = await aServedFolder(dir);
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const open = async (options: BrowserContextOptions) => {
    const page = await (await browser.newContext(options)).newPage();
    return { page, complaints: complaintsOf(page, url) };
  };

  const { page, complaints } = await open({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}/`);
  await page.getByRole('link', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('cellulite');
  const status = page.getByRole('status');
  await expect.poll(() => status.textContent()).toMatch(/^\d+ results for “cellulite”$/u);
  expect(new URL(page.url()).search).toBe('?q=cellulite');
  await expectAccessible(page);

  // A claim shows its grade, and excerpts what was looked for.
  const claim = page.locator('[data-kind="claim"]').first();
  expect(await claim.textContent()).toContain('none');
  expect(await page.locator('mark').first().textContent()).toMatch(/cellulit/iu);
  expect(await page.locator('.everything').isVisible()).toBe(false);

  // Narrowed to one kind, and to one section of it.
  await page.getByRole('group', { name: 'Show' }).getByText('Questions').click();
  await expect.poll(() => status.textContent()).toBe('2 results for “cellulite”');
  await page.getByRole('group', { name: 'Section' }).getByText('Safety').click();
  await expect.poll(() => status.textContent()).toBe('1 result for “cellulite”');
  expect(new URL(page.url()).search).toBe('?q=cellulite&kind=question&section=Safety');
  await expectAccessible(page);

  // With the keyboard alone, from the field to the answer and back to the results.
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${url}/faq/#faq-cellulite-or-cellulitis`);
  await page.goBack();
  await expect.poll(() => status.textContent()).toBe('1 result for “cellulite”');

  await page.getByRole('searchbox').fill('qqqq');
  await expect.poll(() => status.textContent()).toBe('Nothing found for “qqqq”');
  await page.getByRole('searchbox').fill('');
  await page.getByRole('heading', { name: 'Benefits' }).waitFor();
  expect(complaints).toEqual([]);

  const phone = await open({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await phone.page.goto(`${url}/search/?q=lymph+node`);
  await phone.page.getByRole('heading', { name: /^Articles \d/u }).waitFor();
  await expectAccessible(phone.page);
  const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  expect(phone.complaints).toEqual([]);

  // Without scripts: a list of everything, and no field that would do nothing.
  const plain = await open({ javaScriptEnabled: false });
  await plain.page.goto(`${url}/search/?q=cellulite`);
  expect(await plain.page.getByRole('searchbox').count()).toBe(0);
  const claims = plain.page.getByRole('region', { name: 'Claims' });
  await claims.getByRole('link', { name: 'It reduces cellulite' }).click();
  await plain.page.waitForURL(`${url}/evidence/#claim-less-cellulite`);

  // Without an index: the list of everything stays, and the page says why.
  rmSync(join(dir, 'pagefind'), { recursive: true });
  const lost = await open({});
  await lost.page.goto(`${url}/search/?q=lymph`);
  const words = lost.page.getByRole('status');
  await expect.poll(() => words.textContent()).toContain('Everything is listed below');
  expect(await lost.page.getByRole('heading', { name: 'Benefits' }).isVisible()).toBe(true);
});

function complaintsOf(page: Page, url: string): readonly string[] {
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) complaints.push(`asked ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return complaints;
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
}
