import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { syntheticDocuments } from '../../scripts/bench/synthetic-documents.ts';
import { compileSite } from '../../site/publish/compile.ts';
import { generateSite } from '../../site/publish/generate.ts';
import { PAGE_SIZE } from '../../site/text/comment-pages.ts';
import { launchChromium } from '../browser/chromium.ts';
import { aDiscussion } from '../fixtures/discussion.ts';
import { COMPILED } from '../fixtures/first-data-dir.ts';
import { aServedFolder } from '../fixtures/served-folder.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const ARTICLE = '/benefits/article-0/';
const LAST = `thread-${PAGE_SIZE.threads - 1}`;
let compiled: string;

beforeAll(async () => {
  compiled = await compileSite(COMPILED);
});

/** An article with more comments than one page shows, and what readers post there. */
async function aDiscussedSite() {
  const frame = syntheticDocuments(1).filter(({ _type }) => _type !== 'comment');
  const documents = [...frame, ...aDiscussion('article-0')];
  const dir = temporaryFolder();
  const now = new Date('2026-06-01T00:00:00Z');
  const { failed } = await generateSite({ compiled, documents, now, dir });
  expect(failed).toEqual([]);
  const posted: FormData[] = [];
  const url = await aServedFolder(dir, {
    route: (path) => {
      if (!path.startsWith('/api/comments')) return undefined;
      return async (request) => {
        if (request.method === 'POST') posted.push(await request.formData());
        return Response.json(
          { errors: [{ field: 'form', message: 'Not today.' }] },
          { status: 422 },
        );
      };
    },
  });
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  return { url, browser, posted };
}

async function aPage(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const viewport = { width: 390, height: 844 };
  return (await browser.newContext({ javaScriptEnabled, viewport })).newPage();
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;

describe('a discussion of several pages', () => {
  test('is read from page to page, three levels deep, each comment where its address says', async () => {
    const { url, browser } = await aDiscussedSite();
    const page = await aPage(browser, false);
    await page.goto(url + ARTICLE);
    expect(await page.locator('h2#comments').innerText()).toBe('58 comments');
    expect(await page.locator('.comments > .thread > li').count()).toBe(PAGE_SIZE.threads);
    expect(await page.locator('.thread .thread .thread .comment').count()).toBe(3);
    expect(await page.locator('.thread .thread .thread .thread').count()).toBe(0);

    const fifth = page.locator('#comment-said-5');
    await fifth.getByRole('link', { name: 'A rather' }).click();
    expect(await targetOf(page)).toBe('comment-said-4');

    await page.getByRole('link', { name: 'Newer comments' }).click();
    expect(pathOf(page)).toBe(`${ARTICLE}comments/2/`);
    expect(await page.title()).toMatch(/^Comments on .+, page 2 ·/u);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    await page.getByRole('link', { name: 'Older comments' }).click();
    expect(page.url()).toBe(`${url}${ARTICLE}#comments`);

    await page.getByRole('link', { name: 'Newest comments' }).click();
    const newest = page.getByRole('article').first();
    expect(await newest.innerText()).toContain('in reply to Reader');
    await newest.getByRole('link').first().click();
    expect(pathOf(page)).toBe(`${ARTICLE}comments/2/`);
    expect(await targetOf(page)).toBe('comment-last-answer');
  });

  test('is followed by feeds that the pages name', async () => {
    const { url, browser } = await aDiscussedSite();
    const page = await aPage(browser, false);
    await page.goto(url + ARTICLE);
    const feeds = await page
      .locator('link[type="application/rss+xml"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(feeds).toEqual(['/rss.xml', '/comments/rss.xml', `${ARTICLE}comments.xml`]);
    for (const feed of feeds) {
      const read = await page.request.get(url + feed);
      expect(read.headers()['content-type']).toContain('xml');
      expect(await read.text()).toMatch(/^<\?xml .+<\/rss>\n$/su);
    }
  });

  test.for([
    ['with script', true],
    ['without script', false],
  ] as const)('is answered on a later page, %s', async ([, script]) => {
    const { url, browser, posted } = await aDiscussedSite();
    const page = await aPage(browser, script);
    await page.goto(`${url}${ARTICLE}comments/2/`);
    const answered = page.locator(`#comment-${LAST}`);
    if (script) await answered.getByRole('button', { name: 'Reply' }).click();
    else await answered.getByRole('radio').check();
    await page.getByRole('textbox', { name: 'Comment' }).fill('Thank you.');
    await page.getByRole('textbox', { name: 'Name' }).fill('Ann');
    await page.getByRole('textbox', { name: 'Email' }).fill('ann@mail.example');
    await page.getByRole('button', { name: 'Post Comment' }).click();
    await expect.poll(() => posted.length).toBe(1);
    expect(posted[0]?.get('parent')).toBe(LAST);
    expect(posted[0]?.get('article')).toBe('article-0');
  });
});

function targetOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector(':target')?.id);
}
