import { expect } from 'vitest';
import {
  approve,
  expectAccessible,
  fillComment,
  goToArticle,
  expectLive,
  press,
  setRules,
  storedTexts,
  type World,
} from './commenting.ts';

/** With scripts: all of it on the page, and nothing written is lost. */
export async function commentInPlace(world: World): Promise<void> {
  await goToArticle(world);
  await bringsADraftBack(world);
  await looksFirst(world);
  await postsInPlace(world);
  await remembersOnlyByChoice(world);
  await changesAndDeletes(world);
  await approve(world, 'First, with *care*.');
  await expectLive(world, 'First, with');
  await answersInPlace(world);
  await showsWhereHelpIs(world);
  await worksForThePost(world);
}

async function bringsADraftBack(world: World): Promise<void> {
  const { page } = world;
  await fillComment(world, 'Ann', 'First, with *care*.');
  await page.reload();
  const comment = page.getByRole('textbox', { name: 'Comment' });
  await expect.poll(() => comment.inputValue()).toBe('First, with *care*.');
  await expectAccessible(world);
  await press(world, 'Discard');
  expect(await comment.inputValue()).toBe('');
  await page.reload();
  expect(await comment.inputValue()).toBe('');
}

async function looksFirst(world: World): Promise<void> {
  const { page } = world;
  await fillComment(world, 'Ann', 'First, with *care*.');
  await press(world, 'Preview');
  const preview = page.getByRole('region', { name: 'Preview' });
  expect(await preview.locator('em').innerText()).toBe('care');
  await expectAccessible(world);
}

async function postsInPlace(world: World): Promise<void> {
  const { page } = world;
  const visited = await page.evaluate(() => history.length);
  await page.getByRole('checkbox', { name: /^Save my name/ }).check();
  await page.getByRole('button', { name: 'Post Comment' }).dblclick();
  const taken = page.getByRole('group', { name: 'Your comment' });
  expect(await taken.innerText()).toContain('Thank you. Your comment waits for an editor.');
  expect(await page.getByRole('article').locator('em').innerText()).toBe('care');
  await expectAccessible(world);
  expect({ url: page.url(), visited: await page.evaluate(() => history.length) }).toEqual({
    url: world.site + world.path,
    visited,
  });
  await page.goto(`${world.site}/`);
  await page.goBack();
  await page.reload();
  expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('');
  const way = page.getByRole('link', { name: 'change or delete your comment' });
  expect(await way.getAttribute('href')).toMatch(/^\/api\/comments\/yours\//);
  await expectAccessible(world);
  await expect.poll(() => storedTexts(world)).toEqual(['First, with *care*.']);
}

async function remembersOnlyByChoice(world: World): Promise<void> {
  const { page } = world;
  const name = page.getByRole('textbox', { name: 'Name' });
  const box = page.getByRole('checkbox', { name: /^Save my name/ });
  expect(await name.inputValue()).toBe('Ann');
  await box.uncheck();
  await page.reload();
  expect(await name.inputValue()).toBe('');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
}

async function changesAndDeletes(world: World): Promise<void> {
  const { page } = world;
  await fillComment(world, 'Ben', 'I take this back.');
  await press(world, 'Post Comment');
  await page.getByRole('link', { name: 'Change or delete it' }).click();
  await page.waitForURL('**/api/comments/yours/*');
  await page.getByText('Change it', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Comment' }).fill('I change this.');
  await press(world, 'Save changes');
  expect(await page.getByRole('article').innerText()).toContain('I change this.');
  await page.getByText('Delete it', { exact: true }).click();
  await press(world, 'Delete for good');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Your comment is deleted');
  await expect.poll(() => storedTexts(world)).toHaveLength(1);
}

async function answersInPlace(world: World): Promise<void> {
  const { page } = world;
  await goToArticle(world);
  await press(world, 'Reply to Ann');
  const comment = page.getByRole('textbox', { name: 'Comment' });
  expect(await comment.evaluate((element) => element === document.activeElement)).toBe(true);
  await press(world, 'Cancel reply');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Reply to Ann');
  await press(world, 'Reply to Ann');
  await page.getByRole('heading', { name: 'Leave a Reply to Ann' }).waitFor();
  await fillComment(world, 'Chi', 'I found the same.');
  await press(world, 'Post Comment');
  await expect.poll(() => repliesToAnn(world)).toEqual(['I found the same.']);
  await page.getByRole('heading', { name: 'Leave a Reply', exact: true }).waitFor();
  await approve(world, 'I found the same.');
  await expectLive(world, 'I found the same.');
  await page.reload();
  expect(await repliesToAnn(world)).toEqual(['I found the same.']);
}

async function showsWhereHelpIs(world: World): Promise<void> {
  const { page } = world;
  await fillComment(world, 'Dora', 'My leg is swollen and now I cannot breathe.');
  await press(world, 'Post Comment');
  const card = page.getByRole('group', { name: 'Your comment' }).getByRole('note');
  expect(await card.innerText()).toContain('Call your local emergency number now');
  await expectAccessible(world);
}

/** Where the editors ask browsers for work, it is done beside the page and sent along. */
async function worksForThePost(world: World): Promise<void> {
  const { page } = world;
  await setRules(world.store, true);
  const ticket = `${world.site}/api/comments/ticket`;
  await expect
    .poll(async () => (await fetch(ticket)).text(), { timeout: 15_000 })
    .toContain('challenge');
  await page.reload();
  await fillComment(world, 'Eva', 'Worked for.');
  const [request] = await Promise.all([
    page.waitForRequest((sent) => sent.method() === 'POST'),
    press(world, 'Post Comment'),
  ]);
  expect(request.postData()).toMatch(/name="proof"\s+\{"challenge"/);
  await expect.poll(() => storedTexts(world)).toContain('Worked for.');
}

function repliesToAnn({ page }: World): Promise<readonly string[]> {
  const thread = page.locator('li', { has: page.getByRole('article', { name: 'Comment by Ann' }) });
  return thread
    .first()
    .getByRole('article', { name: 'Comment by Chi' })
    .locator('.prose')
    .allInnerTexts();
}
