import type { Browser, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { violationsOf } from '../browser/violations.ts';
import { aGeneratedSite } from '../fixtures/generated-site.ts';
import { aServedFolder } from '../fixtures/served-folder.ts';

const PATHS = [
  '/',
  '/benefits/',
  '/benefits/benefits/',
  '/health/immune-system/',
  '/health/immune-system/comments/',
  '/health/immune-system/comments/2/',
  '/technique/',
  '/technique/self-massage/',
  '/faq/',
  '/evidence/',
  '/glossary/',
  '/references/',
  '/search/',
  '/editorial-policy/',
  '/comments/',
  '/nowhere/',
];
const VIEWS = [
  { width: 390, height: 844, colorScheme: 'light' },
  { width: 1440, height: 900, colorScheme: 'dark' },
] as const;

test(
  'every kind of page is accessible, fits, and asks nobody else for anything, in every view',
  { timeout: 240_000 },
  async () => {
    const { dir } = await aGeneratedSite('http://localhost');
    const url = await aServedFolder(dir);
    const browser = await launchChromium();
    onTestFinished(() => browser.close());
    for (const view of VIEWS) {
      const { page, complaints } = await aView(browser, view, url);
      for (const path of PATHS) {
        await page.goto(url + path);
        const found = await violationsOf(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect({ ...view, path, found, fits: wide <= view.width }).toEqual({
          ...view,
          path,
          found: [],
          fits: true,
        });
      }
      expect(complaints, `${view.width}, ${view.colorScheme}`).toEqual([]);
      await page.context().close();
    }
  },
);

async function aView(browser: Browser, view: (typeof VIEWS)[number], url: string) {
  const { width, height, colorScheme } = view;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page: Page = await context.newPage();
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) complaints.push(`asked ${request.url()}`);
  });
  page.on('console', (message) => {
    const expected = message.text().includes('404') && page.url().endsWith('/nowhere/');
    if (message.type() === 'error' && !expected) complaints.push(message.text());
  });
  return { page, complaints };
}
