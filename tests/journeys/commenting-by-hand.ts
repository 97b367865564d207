import { expect } from 'vitest';
import {
  approve,
  fillComment,
  goToArticle,
  expectLive,
  press,
  storedTexts,
  type World,
} from './commenting.ts';

/** Without scripts: mended, previewed, posted, changed, deleted, approved and answered. */
export async function commentByHand(world: World): Promise<void> {
  const { page } = world;
  await mendsWhatIsWrong(world);
  await looksFirst(world);
  const own = await posts(world);
  await comesBack(world, own);
  await doesNotDouble(world, own);
  await changes(world);
  await deletes(world);
  await approve(world, 'Changed, with *care*.');
  await expectLive(world, 'Changed, with');
  await page.goto(own);
  expect(await page.getByRole('main').innerText()).toContain('Your comment is public.');
  await answers(world);
}

/** A phone's browser may let through what the page asked it to check. */
async function mendsWhatIsWrong(world: World): Promise<void> {
  const { page } = world;
  await goToArticle(world);
  await page.locator('form.respond').evaluate((form) => form.setAttribute('novalidate', ''));
  await fillComment(world, 'Ann', 'First, with *care*.');
  await page.getByRole('textbox', { name: 'Name' }).fill('');
  await page.getByRole('textbox', { name: 'Website' }).fill('reader.example');
  await press(world, 'Post Comment');
  const summary = page.getByRole('alert').first();
  expect(await summary.innerText()).toContain('One thing to mend');
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  await summary.getByRole('link', { name: 'Name' }).click();
  await page.keyboard.type('Ann');
  expect(await page.getByRole('textbox', { name: 'Website' }).inputValue()).toBe('reader.example');
}

async function looksFirst(world: World): Promise<void> {
  const { page } = world;
  await press(world, 'Preview');
  const shown = page.getByRole('article', { name: 'Comment by Ann' });
  expect(await shown.locator('em').innerText()).toBe('care');
  const link = shown.getByRole('link', { name: 'Ann' });
  expect(await link.getAttribute('rel')).toBe('ugc nofollow noopener');
}

/** @returns the address of the commenter's own page */
async function posts(world: World): Promise<string> {
  const { page } = world;
  await press(world, 'Post Comment');
  await page.waitForURL('**/api/comments/yours/*');
  expect(await page.getByRole('main').innerText()).toContain(
    'Thank you. Your comment waits for an editor.',
  );
  expect(await page.getByRole('article').locator('em').innerText()).toBe('care');
  expect(await page.getByRole('main').innerText()).toMatch(/You have until \d\d:\d\d UTC/);
  const { headers } = await fetch(page.url());
  expect(headers.get('x-robots-tag')).toBe('noindex');
  expect(headers.get('cache-control')).toBe('no-store');
  return page.url();
}

/** The preview and the form to mend are answers to a form: the way back leads to them all the same. */
async function comesBack({ page }: World, own: string): Promise<void> {
  for (const title of ['Preview of your comment', 'Your comment is not sent yet']) {
    await page.goBack();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
    const comment = page.getByRole('textbox', { name: 'Comment' });
    expect(await comment.inputValue()).toBe('First, with *care*.');
  }
  await page.goForward();
  await page.goForward();
  expect(page.url()).toBe(own);
}

/** Sent a second time, gone back from, read again: it is one comment with one page. */
async function doesNotDouble(world: World, own: string): Promise<void> {
  const { page } = world;
  await goToArticle(world);
  await fillComment(world, 'Ann', 'First, with *care*.');
  await press(world, 'Post Comment');
  await page.waitForURL(own);
  await page.goBack();
  expect(page.url()).toBe(world.site + world.path);
  await page.goForward();
  await page.reload();
  expect(page.url()).toBe(own);
  await expect.poll(() => storedTexts(world)).toEqual(['First, with *care*.']);
}

async function changes(world: World): Promise<void> {
  const { page } = world;
  await page.getByText('Change it', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Comment' }).fill(' ');
  await press(world, 'Save changes');
  expect(await page.getByRole('alert').first().innerText()).toContain('The comment is empty.');
  await page.getByRole('textbox', { name: 'Comment' }).fill('Changed, with *care*.');
  await press(world, 'Save changes');
  expect(await page.getByRole('status').innerText()).toBe('Your changes are saved.');
  expect(await page.getByRole('article').innerText()).toContain('Changed, with care.');
  await expect.poll(() => storedTexts(world)).toEqual(['Changed, with *care*.']);
}

async function deletes(world: World): Promise<void> {
  const { page } = world;
  await goToArticle(world);
  await fillComment(world, 'Ben', 'I take this back.');
  await press(world, 'Post Comment');
  await expect.poll(() => storedTexts(world)).toHaveLength(2);
  await page.getByText('Delete it', { exact: true }).click();
  await press(world, 'Delete for good');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Your comment is deleted');
  expect(await page.getByRole('article').count()).toBe(0);
  await expect.poll(() => storedTexts(world)).toHaveLength(1);
}

async function answers(world: World): Promise<void> {
  const { page } = world;
  await page.getByRole('link', { name: /under the article/ }).click();
  await page.getByRole('radio', { name: 'Reply to Ann' }).check();
  await fillComment(world, 'Chi', 'I found the same.');
  await press(world, 'Post Comment');
  await page.waitForURL('**/api/comments/yours/*');
  await approve(world, 'I found the same.');
  await expectLive(world, 'I found the same.');
  await goToArticle(world);
  const thread = page.locator('li', { has: page.getByRole('article', { name: 'Comment by Ann' }) });
  const reply = thread.first().getByRole('article', { name: 'Comment by Chi' });
  expect(await reply.innerText()).toContain('I found the same.');
}
