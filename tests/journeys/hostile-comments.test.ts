import type { SanityClient } from '@sanity/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UNLIMITED_COMMENTS } from '../../scripts/bench/fill-store.ts';
import { launchChromium } from '../browser/chromium.ts';
import { storeOf } from './commenting.ts';
import { ALARM, hostileTexts } from './hostile-text.ts';
import { startPublication, type RunningPublication } from './running-publication.ts';

const ARTICLE_ID = 'article-benefits';
const ARTICLE = '/benefits/benefits/';
const AT_ONCE = 8;

/** What a comment may be made of, once it is on the page. */
const ELEMENTS = new Set(
  'ARTICLE A ABBR B BLOCKQUOTE CODE DIV EM FOOTER HEADER INPUT LABEL LI OL P PRE SPAN STRONG SVG TEXT TIME UL DEL BR CIRCLE RECT PATH G TITLE BUTTON'.split(
    ' ',
  ),
);

let publication: RunningPublication;
let browser: Browser;
let client: SanityClient;

beforeAll(async () => {
  browser = await launchChromium();
  publication = await startPublication();
  client = storeOf(publication);
  await client.createOrReplace(UNLIMITED_COMMENTS);
});

afterAll(async () => {
  await browser?.close();
  await publication?.stop();
});

describe('hostile comments', () => {
  test('nothing of them runs on the built pages, and none brings the site down', async () => {
    const taken = await postAll(hostileTexts());
    expect(taken).toBeGreaterThan(hostileTexts().length / 2);
    await expect
      .poll(() => client.fetch<number>('count(*[_type == "comment"])'), { timeout: 60_000 })
      .toBe(taken);
    await approveAll();
    await expect.poll(shown, { timeout: 30_000 }).toBe(taken);
    for (const path of (await commentPages()).keys()) await visit(path);
    await readFeeds();
  });
});

/** Sends each text through every field. @returns how many comments were taken */
async function postAll(texts: readonly string[]): Promise<number> {
  const forms = texts.flatMap((text, index) => [
    { comment: text, name: text.slice(0, 60), website: '', email: `a${index}@mail.example` },
    { comment: `Number ${index}`, name: 'Ann', website: text.slice(0, 400), email: 'b@c.example' },
    { comment: `Number ${index}`, name: 'Ann', website: '', email: text.slice(0, 250) },
  ]);
  let taken = 0;
  for (let from = 0; from < forms.length; from += AT_ONCE) {
    const statuses = await Promise.all(forms.slice(from, from + AT_ONCE).map(post));
    taken += statuses.filter((status) => status === 202).length;
  }
  return taken;
}

async function post(form: Record<string, string>): Promise<number> {
  const response = await fetch(`${publication.site}/api/comments`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ article: ARTICLE_ID, ...form }),
  });
  const answer = await response.text();
  expect(response.status, `${JSON.stringify(form)} ${answer}`).toBeLessThan(500);
  expect([202, 422]).toContain(response.status);
  return response.status;
}

async function approveAll(): Promise<void> {
  const ids = await client.fetch<string[]>('*[_type == "comment" && _id in path("drafts.**")]._id');
  for (let from = 0; from < ids.length; from += 100) {
    await client.action(
      ids.slice(from, from + 100).map((draftId) => ({
        actionType: 'sanity.action.document.publish',
        draftId,
        publishedId: draftId.replace('drafts.', ''),
      })),
    );
  }
}

async function read(path: string): Promise<string> {
  return (await fetch(publication.site + path)).text();
}

/** The pages that hold the article's comments: its own, and those that lead on from it. */
async function commentPages(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const open = [ARTICLE];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    const html = await read(path);
    found.set(path, html);
    open.push(...(html.match(new RegExp(`(?<=href=")${ARTICLE}comments/[\\w-]+/`, 'g')) ?? []));
  }
  return found;
}

/** How many comments stand on those pages. */
async function shown(): Promise<number> {
  const html = [...(await commentPages()).values()].join('');
  return new Set(html.match(/(?<=id=")comment-[0-9a-f-]{36}(?=")/g)).size;
}

/** Opens a page without its Content-Security-Policy, so that what would run does. */
async function visit(path: string): Promise<void> {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const outside: string[] = [];
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(publication.site)) outside.push(request.url());
  });
  await page.goto(publication.site + path, { waitUntil: 'networkidle' });
  // What waits for a pointer or the keyboard gets both.
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('.comment, .comment *')) {
      for (const type of ['mouseover', 'focus', 'toggle', 'load', 'error']) {
        each.dispatchEvent(new Event(type));
      }
    }
  });
  expect(dialogs, path).toEqual([]);
  expect(outside, path).toEqual([]);
  expect(await page.evaluate((alarm) => alarm in window, ALARM), path).toBe(false);
  expect(await suspiciousParts(page), path).toEqual([]);
  await context.close();
}

/** Elements, attributes and links in comments that no comment may have. */
function suspiciousParts(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    (allowed) =>
      // The form stands below the comment that is being answered; it is ours.
      [...document.querySelectorAll('.comment, .comment :not(form, form *)')].flatMap((element) => [
        ...(allowed.includes(element.tagName.toUpperCase()) ? [] : [element.tagName]),
        ...[...element.attributes]
          .filter(({ name, value }) => /^on|^style$|^src/i.test(name) || /javascript:/i.test(value))
          .filter(({ name }) => !['aria-label', 'title'].includes(name))
          .map(({ name, value }) => `${name}=${value}`),
        ...(element instanceof HTMLAnchorElement && !/^https?:$/.test(element.protocol)
          ? [element.href]
          : []),
        ...(element instanceof HTMLAnchorElement &&
        element.origin !== location.origin &&
        element.rel !== 'ugc nofollow noopener'
          ? [`${element.href} rel=${element.rel}`]
          : []),
      ]),
    [...ELEMENTS],
  );
}

/** Feeds stay well-formed, and structured data is still JSON. */
async function readFeeds(): Promise<void> {
  const page = await browser.newPage();
  await page.goto(publication.site + ARTICLE);
  const problems = await page.evaluate(
    async (feeds) => {
      const found: string[] = [];
      for (const feed of feeds) {
        const response = await fetch(feed);
        if (!response.ok) found.push(`${feed}: ${response.status}`);
        const xml = new DOMParser().parseFromString(await response.text(), 'text/xml');
        const error = xml.querySelector('parsererror');
        if (error !== null) found.push(`${feed}: ${error.textContent}`);
      }
      for (const data of document.querySelectorAll('script[type="application/ld+json"]')) {
        JSON.parse(data.textContent ?? '');
      }
      return found;
    },
    ['/rss.xml', '/comments/rss.xml', `${ARTICLE}comments.xml`],
  );
  expect(problems).toEqual([]);
}
