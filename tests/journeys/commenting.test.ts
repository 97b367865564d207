import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { commentByHand } from './commenting-by-hand.ts';
import { commentInPlace } from './commenting-in-place.ts';
import { setRules, storedTexts, storeOf, type World } from './commenting.ts';
import { startPublication, type RunningPublication } from './running-publication.ts';

let publication: RunningPublication;
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  publication = await startPublication();
  await setRules(storeOf(publication), false);
});

afterAll(async () => {
  await browser?.close();
  await publication?.stop();
});

describe('commenting', () => {
  test('without scripts: mended, previewed, posted, changed, deleted, approved, answered', async () => {
    const world = await aWorld('/benefits/benefits/', 'article-benefits', {
      javaScriptEnabled: false,
    });
    await commentByHand(world);
    expect(await storedTexts(world)).toEqual(['Changed, with *care*.', 'I found the same.']);
  });

  test('with scripts: all of it on the page, and nothing written is lost', async () => {
    const world = await aWorld('/health/immune-system/', 'article-immune-system', {
      viewport: { width: 390, height: 844 },
    });
    const complaints: string[] = [];
    world.page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await commentInPlace(world);
    expect(complaints).toEqual([]);
  });
});

async function aWorld(
  path: string,
  articleId: string,
  options: BrowserContextOptions,
): Promise<World> {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(15_000);
  return { page, site: publication.site, path, articleId, store: storeOf(publication) };
}
