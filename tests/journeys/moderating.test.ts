import type { SanityClient } from '@sanity/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { launchChromium } from '../browser/chromium.ts';
import { violationsOf } from '../browser/violations.ts';
import { storeOf } from './commenting.ts';
import { openTool, sendComments, signInAs } from './moderators.ts';
import { startPublication, type RunningPublication } from './running-publication.ts';

const ARTICLE = '/benefits/benefits/';
const NAMES = ['Ann', 'Ben', 'Cleo', 'Dora', 'Emil', 'Fay', 'Gus'] as const;
const LIVE_MS = 2000;

let publication: RunningPublication;
let browser: Browser;
let store: SanityClient;
let editor: Page;
const outside: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  publication = await startPublication();
  store = storeOf(publication);
  await sendComments(store, 'article-benefits', NAMES);
  editor = await openTool(browser, publication.signIn, outside);
});

afterAll(async () => {
  await browser?.close();
  await publication?.stop();
});

describe('moderating by keys', () => {
  test('judges, undoes, answers, changes, works through many, and gives way to the quicker', async () => {
    await expectShown(NAMES);
    await expectAccessible();
    await urgentFirst();
    await approveAndUndo();
    await putAwayAndUndo();
    await answer();
    await change();
    await putManyAway();
    await search();
    await giveWay();
    await readAgain();
    await deleteForGood();
    expect(outside).toEqual([]);
  });
});

/** What may be an emergency comes before all that waits longer, by itself, and does so again when it is back. */
async function urgentFirst(): Promise<void> {
  const reason = 'May be an emergency: “cannot breathe”';
  await sendComments(store, 'article-benefits', ['Hal'], { reason, day: 20 });
  await expect.poll(() => shownNames(editor), { timeout: LIVE_MS }).toEqual(['Hal', ...NAMES]);
  const pending = editor.getByRole('tab', { name: /Pending/ });
  expect(await pending.innerText()).toBe('Pending (8, 1 urgent)');
  expect(await editor.getByRole('article').first().innerText()).toMatch(
    /^Hal\s+May be an emergency/,
  );
  await expectAccessible();
  await keys('j', 'a');
  await expectTold('Comment by Hal: approved.');
  await expectShown(NAMES);
  expect(await pending.innerText()).toBe('Pending (7)');
  await keys('z');
  await expectShown(['Hal', ...NAMES]);
  await expect.poll(() => focused()).toContain('From Hal.');
  expect(await pending.innerText()).toBe('Pending (8, 1 urgent)');
  await keys('a');
}

async function approveAndUndo(): Promise<void> {
  await expect.poll(() => focused()).toContain('From Ann.');
  await keys('a');
  await expectTold('Comment by Ann: approved.');
  await expect.poll(() => page(), { timeout: LIVE_MS }).toContain('From Ann.');
  await keys('z');
  await expectTold('Undone.');
  await expect.poll(() => page(), { timeout: LIVE_MS }).not.toContain('From Ann.');
  await expectShown(NAMES);
  await expect.poll(() => focused()).toContain('From Ann.');
  await keys('a');
  await expect.poll(() => fateOf('Ann')).toBe('approved');
}

async function putAwayAndUndo(): Promise<void> {
  await expect.poll(() => focused()).toContain('From Ben.');
  await keys('s');
  await expectTold('Comment by Ben: moved to spam.');
  expect(await fateOf('Ben')).toBe('spam');
  await keys('z');
  await expect.poll(() => fateOf('Ben')).toBe('pending');
  await expectShown(NAMES.slice(1));
}

/** Replies to a comment that still waits: it is approved first. */
async function answer(): Promise<void> {
  await expect.poll(() => focused()).toContain('From Ben.');
  await keys('j', 'r');
  const form = editor.getByRole('form', { name: 'Reply to Cleo' });
  expect(await form.innerText()).toContain('Replying approves it first.');
  await form.getByRole('textbox', { name: 'Name readers see' }).fill('The editors');
  await form.getByRole('textbox', { name: 'Text' }).fill('Thank you, *Cleo*. No keys here: a s d.');
  await keys('Control+Enter');
  await expectTold('The comment is approved, and your reply is public.');
  const stored =
    '*[_type == "comment" && byEditor == true][0]{name, "to": *[_id == ^.parent._ref][0].name}';
  expect(await store.fetch(stored)).toEqual({ name: 'The editors', to: 'Cleo' });
  await expect.poll(() => page(), { timeout: LIVE_MS }).toContain('Thank you, <em>Cleo</em>.');
  expect(await page()).toMatch(/The editors[^]*?Editor/);
}

async function change(): Promise<void> {
  await expect.poll(() => focused()).toContain('From Dora.');
  const id = await store.fetch<string>('*[_type == "comment" && name == "Dora"][0]._id');
  const field = editor.getByRole('textbox', { name: 'Text' });
  await keys('e');
  await field.waitFor();
  await keys('Escape');
  await store.patch(id).set({ 'body[0].children[0].text': 'By Dora.' }).commit();
  await editor.getByText('By Dora.').waitFor();
  await keys('e');
  expect(await field.inputValue()).toBe('By Dora.');
  await field.fill('From **Dora**, shorter.');
  await store.patch(id).set({ website: 'https://dora.example/' }).commit();
  await editor.getByText('https://dora.example/').waitFor();
  await keys('Control+Enter');
  await expectTold('It has changed since you began');
  await editor.getByRole('button', { name: 'Save the change' }).click();
  await expectTold('Comment by Dora: changed.');
  await expect.poll(() => focused()).toContain('Changed by an editor');
  expect(await focused()).not.toContain('since you saw it');
  expect(
    await store.fetch('*[_type == "comment" && name == "Dora"][0]{source, editedBy, website}'),
  ).toEqual({
    source: 'From **Dora**, shorter.',
    editedBy: 'editor',
    website: 'https://dora.example/',
  });
}

/** Whichever comment is in view, the chosen ones go. */
async function putManyAway(): Promise<void> {
  await keys('x', 'j', 'x', 'j', 'd');
  await expectTold('2 comments: moved to trash.');
  await expectShown(['Ben', 'Fay', 'Gus']);
  await keys('z');
  await expectTold('Undone: 2 changes.');
  await expectShown(['Ben', 'Dora', 'Emil', 'Fay', 'Gus']);
  // What was judged together is chosen again once the list has been read.
  await editor.getByText('2 chosen').waitFor();
  await keys('Shift+D');
  await expectTold('2 comments: moved to trash.');
  await expect.poll(() => fateOf('Emil')).toBe('trash');
}

async function search(): Promise<void> {
  await keys('/');
  await editor.keyboard.type('gus@reader');
  await expectShown(['Gus']);
  await keys('Escape');
  await expectShown(['Ben', 'Fay', 'Gus']);
}

/** Of two moderators the quicker one wins, and the other is told. */
async function giveWay(): Promise<void> {
  const second = await openTool(browser, await signInAs(publication, 'Bo'), outside);
  // The verdict of the first is on its way for so long that the second one's comes before it.
  const { promise: isOver, resolve: letGo } = Promise.withResolvers<void>();
  await editor.route('**/data/mutate/**', async (route) => {
    await isOver;
    await route.continue();
  });
  await editor.getByRole('article', { name: 'Ben' }).focus();
  await keys('s');
  await expectShown(['Fay', 'Gus']);
  await second.keyboard.press('j');
  await second.keyboard.press('a');
  await expect.poll(() => fateOf('Ben')).toBe('approved');
  letGo();
  await expectTold('Comment by Ben: Bo approved it before you.');
  expect(await fateOf('Ben')).toBe('approved');
  // What one does, the other sees without asking.
  await expect.poll(() => shownNames(second)).toEqual(['Fay', 'Gus']);
  await editor.getByRole('article', { name: 'Fay' }).focus();
  await keys('r');
  await editor.getByRole('textbox', { name: 'Text' }).fill('Half an answer');
  await second.keyboard.press('d');
  await expectShown(['Gus']);
  // What was typed stays to be seen, wherever one goes in between.
  const typed = editor.getByRole('alert').getByRole('textbox', { name: 'What you typed' });
  expect(await typed.inputValue()).toBe('Half an answer');
  await expectAccessible();
  await editor.getByRole('tab', { name: 'Settings' }).click();
  await editor.getByRole('tab', { name: /Pending/ }).click();
  expect(await typed.inputValue()).toBe('Half an answer');
  const asked = editor.waitForEvent('dialog').then(async (question) => {
    await question.dismiss();
    return question.type();
  });
  await editor.evaluate(() => location.reload());
  expect(await asked).toBe('beforeunload');
  expect(await typed.inputValue()).toBe('Half an answer');
  await editor.getByRole('button', { name: 'Close' }).first().click();
}

/** A text that changes under the moderator's eyes is not approved before it is read again. */
async function readAgain(): Promise<void> {
  const id = await store.fetch<string>('*[_type == "comment" && name == "Gus"][0]._id');
  await store.patch(id).set({ website: 'https://sudden.example/' }).commit();
  await editor.getByText('https://sudden.example/').waitFor();
  await editor.getByRole('article', { name: 'Gus' }).focus();
  await keys('a');
  await expectTold('The text has changed since you saw it.');
  expect(await fateOf('Gus')).toBe('pending');
  await keys('a');
  await expect.poll(() => fateOf('Gus')).toBe('approved');
}

async function deleteForGood(): Promise<void> {
  await editor.getByRole('tab', { name: /Trash/ }).click();
  await expectShown(['Fay', 'Emil', 'Dora']);
  await keys('j', 'd');
  const sure = editor.getByRole('dialog').getByRole('button', { name: 'Delete for good' });
  await sure.focus();
  await keys('Enter');
  await expectTold('Comment by Fay: deleted for good');
  await expectShown(['Emil', 'Dora']);
  expect(await store.fetch('*[email == "fay@reader.example" || name == "Fay"]')).toEqual([]);
}

async function keys(...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) await editor.keyboard.press(key);
}

function shownNames(who: Page): Promise<readonly string[]> {
  return who.getByRole('article').getByRole('heading', { level: 2 }).allInnerTexts();
}

async function expectShown(names: readonly string[]): Promise<void> {
  await expect.poll(() => shownNames(editor)).toEqual([...names]);
}

/** What is read out, and shown with the button that takes it back. */
async function expectTold(text: string): Promise<void> {
  await expect
    .poll(async () => (await editor.locator('output[aria-live]').innerText()).trim())
    .toContain(text);
}

/** The text of the comment that keys are about. */
function focused(): Promise<string> {
  return editor.evaluate(() => {
    const card = document.activeElement;
    return card instanceof HTMLElement && card.tagName === 'ARTICLE' ? card.innerText : '';
  });
}

async function expectAccessible(): Promise<void> {
  expect(await violationsOf(editor, '#moderation-panel')).toEqual([]);
}

/** What has become of somebody's comment. */
async function fateOf(name: string): Promise<unknown> {
  return store.fetch(
    `*[_type == "comment" && name == $name][0]{
      "fate": select(!(_id in path("drafts.**")) => "approved", defined(moderation) => moderation, "pending")
    }.fate`,
    { name },
  );
}

async function page(): Promise<string> {
  return (await fetch(publication.site + ARTICLE)).text();
}
