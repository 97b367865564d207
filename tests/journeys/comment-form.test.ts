import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import type { Handler } from '../../site/serve/listen.ts';
import { launchChromium } from '../browser/chromium.ts';
import { violationsOf } from '../browser/violations.ts';
import { compiledPagesOf } from '../fixtures/compiled-pages.ts';
import { aGeneratedSite } from '../fixtures/generated-site.ts';
import { aServedFolder } from '../fixtures/served-folder.ts';
import { READER_PAGES } from './reader-page.fixture.ts';

const ARTICLE = '/benefits/benefits/';
/** A form that has just been sent rests for a moment: it is pressed again until it goes. */
const PRESSED = { timeout: 15_000 };
const VIEWS = [
  {
    viewport: { width: 390, height: 844 },
    colorScheme: 'light',
    kinds: ['../comments/', ...Object.keys(READER_PAGES)],
  },
  // Between them these hold everything that has a colour.
  {
    viewport: { width: 1440, height: 900 },
    colorScheme: 'dark',
    kinds: ['mend', 'preview', 'emergency', 'ask'],
  },
] as const;

test('the form keeps what is written whatever is answered, and pages for one reader are whole', async () => {
  const generated = await aGeneratedSite('http://localhost');
  const pages = await compiledPagesOf(generated);
  const posted: FormData[] = [];
  let asked = 0;
  // The first time it cannot be had, and the form asks again.
  const giveTicket = (): Response => {
    asked += 1;
    if (asked === 1) return new Response('Not now.', { status: 503 });
    return Response.json({ ticket: 'signed' });
  };
  const endpoint: Handler = async (request) => {
    const form = await request.formData();
    posted.push(form);
    return answerTo(String(form.get('comment')));
  };
  const route = (path: string): Handler | undefined => {
    if (path === '/api/comments') return endpoint;
    if (path === '/api/comments/ticket') return () => giveTicket();
    const readerPage = READER_PAGES[/^\/reader\/(\w+)$/.exec(path)?.[1] ?? ''];
    return readerPage && (() => pages.render('/comments/', { readerPage }));
  };
  const url = await aServedFolder(generated.dir, { route });
  const browser = await launchChromium();
  onTestFinished(() => browser.close());

  for (const view of VIEWS) {
    const page = await (await browser.newContext(view)).newPage();
    for (const kind of view.kinds) {
      await page.goto(`${url}/reader/${kind}`);
      await expectSound(page, kind, view.viewport.width);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    }
    await leadsToWhatIsWrong(page, url);
    await emergencyComesFirst(page, url);
    await showsTheReadersClock(page, url);
    await page.context().close();
  }

  const page = await (await browser.newContext(VIEWS[0])).newPage();
  await watchShifts(page);
  await page.goto(`${url}${ARTICLE}#comments`);
  await saysWhatIsWrong(page);
  expect(posted).toEqual([]);
  await keepsWhatWasWritten(page);
  expect(posted.at(-1)?.get('ticket')).toBe('signed');
  await goesOnAtOnce(page, posted);
  await sendsOnce(page, posted);
});

/** What a server might answer, chosen by the comment. */
function answerTo(comment: string): Response {
  switch (comment) {
    case 'preview':
      return Response.json({ preview: '<p>preview</p>' });
    case 'name':
      return Response.json({ errors: [{ field: 'name', message: 'Taken.' }] }, { status: 422 });
    case 'often':
      return Response.json({ errors: [{ field: 'form', message: 'Wait.' }] }, { status: 429 });
    case 'broken':
      return new Response('<html>', { status: 502 });
    default:
      return Response.json(
        {
          status: 'held',
          yours: '/reader/held',
          html: '<p>As the server drew it</p>',
          notices: [],
          editUntil: '2026-11-21T14:32:00Z',
        },
        { status: 202 },
      );
  }
}

async function leadsToWhatIsWrong(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/reader/mend`);
  const summary = page.getByRole('alert').first();
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  await summary.getByRole('link', { name: 'Email' }).click();
  expect(await focusedId(page)).toBe('field-email');
  expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toContain('My leg');
}

async function emergencyComesFirst(page: Page, url: string): Promise<void> {
  for (const kind of ['emergency', 'preview']) {
    await page.goto(`${url}/reader/${kind}`);
    const words = await page.getByRole('main').innerText();
    expect(words).toMatch(/Emergency[^]*Call your local emergency number[^]*My leg swells/);
  }
}

async function showsTheReadersClock(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/reader/held`);
  const own = await page.evaluate(() =>
    new Date('2026-11-21T14:32:00Z').toLocaleTimeString('en-GB').slice(0, 5),
  );
  expect(await page.locator('time.clock').innerText()).toBe(own);
}

/** Beside the field, in the server's words, when it is left or the form is sent. */
async function saysWhatIsWrong(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Email' }).fill('ann@');
  await page.keyboard.press('Tab');
  const words = page.locator('#email-error');
  expect(await words.innerText()).toContain('Write it as name@example.org.');
  await page.getByRole('button', { name: 'Post Comment' }).click();
  const summary = page.getByRole('group', { name: 'Not sent yet: 3 things to mend' });
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await summary.getByRole('listitem').count()).toBe(3);
  await expectSound(page, 'errors', 390);
  await summary.getByRole('link', { name: 'Comment' }).click();
  expect(await focusedId(page)).toBe('field-comment');
  await page.getByRole('textbox', { name: 'Email' }).pressSequentially('example.org');
  expect(await words.innerText()).toBe('');
}

async function keepsWhatWasWritten(page: Page): Promise<void> {
  const outcome = page.locator('form .summary:not([hidden]), .outcome:not(:empty)');
  const comment = page.getByRole('textbox', { name: 'Comment' });
  await page.getByRole('textbox', { name: 'Name' }).pressSequentially('Ann');
  for (const [text, said] of [
    ['name', 'Not sent yet: one thing to mend'],
    ['often', 'Wait.'],
    ['broken', 'The site gave no proper answer'],
    ['unreached', 'The site could not be reached'],
  ] as const) {
    if (text === 'unreached') await page.route('**/api/comments', (route) => route.abort());
    await comment.fill('');
    await comment.pressSequentially(text);
    await expect
      .poll(async () => {
        await page.getByRole('button', { name: 'Post Comment' }).click();
        return outcome.innerText();
      }, PRESSED)
      .toContain(said);
    expect(await comment.inputValue()).toBe(text);
  }
  await page.unroute('**/api/comments');
}

/** Who has seen the preview may press the other button as quickly as they like. */
async function goesOnAtOnce(page: Page, posted: readonly FormData[]): Promise<void> {
  await page.getByRole('textbox', { name: 'Comment' }).fill('preview');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('region', { name: 'Preview' }).waitFor();
  const before = posted.length;
  await page.getByRole('button', { name: 'Post Comment' }).click();
  await expect.poll(() => posted.length, PRESSED).toBe(before + 1);
}

async function sendsOnce(page: Page, posted: readonly FormData[]): Promise<void> {
  const before = posted.length;
  const address = page.url();
  const visited = await page.evaluate(() => history.length);
  await page.getByRole('textbox', { name: 'Comment' }).fill('Hello');
  await expect
    .poll(async () => {
      await page.getByRole('button', { name: 'Post Comment' }).dblclick();
      return posted.length;
    }, PRESSED)
    .toBe(before + 1);
  const taken = page.getByRole('group', { name: 'Your comment' });
  await taken.waitFor();
  expect(await taken.evaluate((element) => element === document.activeElement)).toBe(true);
  const shown = page.getByRole('article', { name: 'Comment by Ann' });
  expect(await shown.innerText()).toMatch(/^A\s+Ann\s+[^]*As the server drew it/);
  expect(await page.evaluate('shifts')).toBe(0);
  await expectSound(page, 'taken', 390);
  await page.reload();
  await page.goBack();
  await page.goForward();
  expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('');
  expect(posted.length).toBe(before + 1);
  expect({ address: page.url(), visited: await page.evaluate(() => history.length) }).toEqual({
    address,
    visited,
  });
}

async function expectSound(page: Page, what: string, width: number): Promise<void> {
  const part = (await page.locator('.comments').count()) > 0 ? '.comments' : 'html';
  const found = await violationsOf(page, part);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect({ what, found, fits: wide <= width }).toEqual({ what, found: [], fits: true });
}

function focusedId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id);
}

/** Adds up how far things moved by themselves, in `shifts`. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(`
    globalThis.shifts = 0;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifts += value;
    }).observe({ type: 'layout-shift', buffered: true });
  `);
}
