import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { startPublication, type RunningPublication } from './running-publication.ts';

const CANARY = 'canary-4821@reader.example';
const ARTICLE = '/benefits/benefits/';
/** From what the store has to what readers see. */
const LIVE_MS = 2000;
/** How long the Studio may take. */
const STUDIO_MS = 15_000;

let publication: RunningPublication;
let browser: Browser;
let reader: Page;
let editor: Page;
const outside: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  publication = await startPublication();
  reader = await openPage(await browser.newContext({ javaScriptEnabled: false }));
  editor = await openPage(await browser.newContext({ viewport: { width: 1440, height: 900 } }));
});

afterAll(async () => {
  await browser?.close();
  await publication?.stop();
});

describe('from a comment to the page', () => {
  test('posted without JavaScript, held, approved, edited around, answered', async () => {
    await postWithoutJavaScript();
    await keepWhatWasTyped();
    await expectNothingPublic();
    await signInAndApprove('Ann');
    await expect.poll(() => page(ARTICLE), { timeout: LIVE_MS }).toContain('A first comment');
    expect(await page(ARTICLE)).toContain('<em>emphasis</em>');
    await publishTitle('The benefits, weighed once');
    await publishTitle('The benefits, weighed twice');
    await changeAddress();
    await reply();
    await expectNoEmailAddress();
    expect(outside).toEqual([]);
  });
});

async function postWithoutJavaScript(): Promise<void> {
  await reader.goto(publication.site + ARTICLE);
  await fillComment('A first comment, with *emphasis*.', 'Ann');
  await reader.getByRole('button', { name: 'Post Comment' }).click();
  await expect.poll(() => reader.url()).toContain('/api/comments/yours/');
  expect(await reader.getByRole('main').innerText()).toContain(
    'An editor reads each comment before it appears.',
  );
  await reader.getByRole('link', { name: 'The benefits of lymphatic massage' }).first().click();
  expect(new URL(reader.url()).pathname).toBe(ARTICLE);
}

async function keepWhatWasTyped(): Promise<void> {
  await reader.goto(publication.site + ARTICLE);
  await reader.locator('form.respond').evaluate((form) => form.setAttribute('novalidate', ''));
  await fillComment('Something long that must not be lost.', '');
  await reader.getByRole('button', { name: 'Post Comment' }).click();
  expect(await reader.getByRole('alert').first().innerText()).toContain('Name');
  expect(await reader.getByRole('textbox', { name: 'Comment' }).inputValue()).toContain(
    'must not be lost',
  );
}

async function expectNothingPublic(): Promise<void> {
  expect(await page(ARTICLE)).not.toContain('A first comment');
  expect(await query('*[_type in ["comment", "privateComment"]]')).toEqual([]);
  expect(await query('count(*[references("article-benefits") && _type == "comment"])')).toBe(0);
}

async function signInAndApprove(name: string): Promise<void> {
  if (editor.url() === 'about:blank') await editor.goto(publication.signIn);
  await editor.getByRole('link', { name: 'Comments', exact: true }).click();
  const approve = editor.getByRole('button', { name: `Approve: comment by ${name}` });
  await approve.waitFor();
  // A click right after the list has moved is not taken: it may be meant for what was there before.
  await expect
    .poll(
      async () => {
        if ((await approve.count()) > 0) await approve.click();
        return approve.count();
      },
      { timeout: STUDIO_MS, interval: 250 },
    )
    .toBe(0);
}

/** Edits the article's title in the Studio, publishes it, and waits until the form has settled. */
async function publishTitle(title: string): Promise<void> {
  const field = editor.getByTestId('field-title');
  if ((await field.count()) === 0) {
    await editor.goto(`${publication.studio}/intent/edit/id=article-benefits;type=article`);
  }
  const sitemapBefore = await page('/sitemap.xml');
  const publish = editor.getByTestId('action-publish');
  await field.getByTestId('string-input').fill(title);
  await expect.poll(() => publish.isEnabled(), { timeout: STUDIO_MS }).toBe(true);
  await publish.click();
  await expect
    .poll(() => query('*[_id == "article-benefits"][0].title'), {
      timeout: STUDIO_MS,
      interval: 20,
    })
    .toBe(title);
  for (const path of [ARTICLE, '/benefits/', '/rss.xml']) {
    await expect.poll(() => page(path), { timeout: LIVE_MS }).toContain(title);
  }
  await expect.poll(() => page('/sitemap.xml'), { timeout: LIVE_MS }).not.toBe(sitemapBefore);
  await expect.poll(() => publish.isDisabled(), { timeout: STUDIO_MS }).toBe(true);
  // What was published is what the form shows, and no draft stays behind.
  expect(await field.getByTestId('string-input').inputValue()).toBe(title);
  expect(await drafts()).toEqual([]);
}

/** Another slug in the store: the page moves, its comments with it, and the old address leads there. */
async function changeAddress(): Promise<void> {
  const moved = '/benefits/weighed/';
  await patchSlug('weighed');
  await expect.poll(() => page(moved)).toContain('A first comment');
  await expect.poll(async () => (await answer(ARTICLE)).headers.get('location')).toBe(moved);
  await patchSlug('benefits');
  await expect.poll(() => page(ARTICLE)).toContain('A first comment');
  await expect.poll(async () => (await answer(moved)).headers.get('location')).toBe(ARTICLE);
  expect((await answer(ARTICLE)).status).toBe(200);
}

async function patchSlug(current: string): Promise<void> {
  const url = `${publication.lake}/v2026-05-01/data/mutate/production`;
  const patch = { id: 'article-benefits', set: { 'slug.current': current } };
  await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${robotToken()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ mutations: [{ patch }] }),
  });
}

function answer(path: string): Promise<Response> {
  return fetch(publication.site + path, { redirect: 'manual' });
}

function robotToken(): string {
  return readFileSync(join(publication.dataDir, 'robot-token'), 'utf8').trim();
}

async function reply(): Promise<void> {
  await reader.goto(publication.site + ARTICLE);
  await reader.getByRole('radio', { name: /Ann/ }).check();
  await fillComment('A reply to the first comment.', 'Ben');
  await reader.getByRole('button', { name: 'Post Comment' }).click();
  await signInAndApprove('Ben');
  await expect.poll(() => page(ARTICLE), { timeout: LIVE_MS }).toContain('A reply to the first');
  await reader.goto(publication.site + ARTICLE);
  const first = reader.locator('li', { has: reader.getByRole('article', { name: /Ann/ }) }).first();
  expect(await first.getByRole('article', { name: /Ben/ }).innerText()).toContain('A reply to');
}

/** Looks through every file and answer that the public, or a log's reader, gets to see. */
async function expectNoEmailAddress(): Promise<void> {
  // Files come and go while the search index is made: a look that met one of those is taken again.
  await expect
    .poll(() => filesThatHold(CANARY), { timeout: STUDIO_MS })
    .toEqual({ enough: true, found: [] });
  for (const path of ['/api/health', '/api/comments', '/comments/', '/nope']) {
    expect(await page(path)).not.toContain(CANARY);
  }
  expect(JSON.stringify(await query('*'))).not.toContain(CANARY);
  for (const path of [
    'export/production',
    'doc/production/private.comment.x',
    'listen/production',
  ]) {
    expect(await lakeSays(`/v2026-05-01/data/${path}`)).not.toContain(CANARY);
  }
  expect(publication.output()).not.toContain(CANARY);
}

async function openPage(context: BrowserContext): Promise<Page> {
  const opened = await context.newPage();
  opened.on('request', (request) => {
    const url = new URL(request.url());
    const here = url.hostname === 'localhost' || url.hostname.endsWith('.localhost');
    if (!here && url.protocol.startsWith('http')) outside.push(request.url());
  });
  return opened;
}

async function fillComment(text: string, name: string): Promise<void> {
  await reader.getByRole('textbox', { name: 'Comment' }).fill(text);
  await reader.getByRole('textbox', { name: 'Name' }).fill(name);
  await reader.getByRole('textbox', { name: 'Email' }).fill(CANARY);
}

async function page(path: string): Promise<string> {
  const response = await fetch(publication.site + path);
  return response.text();
}

/** What the store answers, to somebody without a token unless one is given. */
async function query(groq: string, token?: string): Promise<unknown> {
  const url = new URL(`${publication.lake}/v2026-05-01/data/query/production`);
  url.searchParams.set('query', groq);
  url.searchParams.set('perspective', 'raw');
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const body: unknown = await (await fetch(url, { headers })).json();
  return typeof body === 'object' && body !== null && 'result' in body ? body.result : body;
}

/** The first words of what the lake answers without a token; a stream is left after them. */
async function lakeSays(path: string): Promise<string> {
  const response = await fetch(publication.lake + path);
  const { value } = (await response.body?.getReader().read()) ?? {};
  return new TextDecoder().decode(value);
}

/** The ids of all drafts but comments, as the editor's own session may read them. */
async function drafts(): Promise<unknown> {
  return query('*[_id in path("drafts.**") && _type != "comment"]._id', robotToken());
}

/** Which public files hold a text, and whether there were enough of them to speak of. */
function filesThatHold(text: string): { enough: boolean; found: readonly string[] } {
  const dir = join(publication.dataDir, 'site/releases');
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return {
    enough: files.length > 40,
    found: files.filter((file) => readFileSync(file).includes(text)),
  };
}
