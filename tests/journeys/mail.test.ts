import type { SanityClient } from '@sanity/client';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { linkIn, type ReceivedMail } from '../../site/mail/read-mail.fixture.ts';
import { startMailServer, type TestMailServer } from '../../site/mail/smtp-server.fixture.ts';
import { launchChromium } from '../browser/chromium.ts';
import { storeOf } from './commenting.ts';
import { startPublication, type RunningPublication } from './running-publication.ts';

const ANN = 'canary-7713@reader.example';
const MO = 'canary-9920@editors.example';
const ARTICLE = '/benefits/benefits/';
const LIVE_MS = 3000;
/** A first comment that waits is told within a minute. */
const TOLD_MS = 60_000;

test('asks, confirms, approves, tells and ends by the links of mails', async () => {
  const server = await startMailServer();
  const { publication, store } = await aPublicationWithMail(server);
  const reader = await aReader();
  const mailTo = (to: string, about: RegExp) => mailIn(server, to, about);

  await comment(reader, publication, { text: 'A first comment.', name: 'Ann', notify: true });
  const question = await mailTo(ANN, /^Confirm/);
  await press(reader, linkIn(question.text, 'Confirm this address'), 'Confirm this address');
  expect(await reader.getByRole('main').innerText()).toContain('Your address is confirmed');

  const waiting = await mailTo(MO, /^A comment waits/);
  expect(waiting.source).not.toContain(ANN);
  const approve = linkIn(waiting.text, 'Approve the comment by Ann');
  await reader.goto(approve);
  expect(await reader.getByRole('main').innerText()).toContain('A first comment.');
  expect(await page(publication, ARTICLE)).not.toContain('A first comment.');
  await press(reader, approve, 'Approve it');
  await expect
    .poll(() => page(publication, ARTICLE), { timeout: LIVE_MS })
    .toContain('A first comment.');
  const told = await mailTo(ANN, /^Your comment is public/);
  await reader.goto(linkIn(told.text, 'See your comment'));
  expect(new URL(reader.url()).pathname).toBe(ARTICLE);
  await reader.locator(':target').getByText('A first comment.').waitFor();

  await reader.locator('input[name=parent]').first().check();
  await comment(reader, publication, { text: 'An answer to it.', name: 'Bo', here: true });
  await approveInStore(store, 'An answer to it.');
  const answered = await mailTo(ANN, /^An answer/);
  expect(answered.text).toContain('> An answer to it.');

  await comment(reader, publication, { text: 'From her own browser.', name: 'Ann' });
  expect(await reader.getByRole('main').innerText()).toContain('Your comment is public');
  const stranger = await aReader();
  await comment(stranger, publication, { text: 'From any other.', name: 'Ann' });
  expect(await stranger.getByRole('main').innerText()).toContain(
    'Your comment waits for an editor',
  );

  const way = /<(.*)>/.exec(answered.headers['list-unsubscribe']?.[0] ?? '')?.[1] ?? '';
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  expect((await fetch(way, { method: 'POST', body })).status).toBe(200);

  await reader.goto(publication.site + ARTICLE);
  await reader.locator('input[name=parent]').first().check();
  await comment(reader, publication, { text: 'Another answer.', name: 'Bo', here: true });
  await approveInStore(store, 'Another answer.');
  await expect
    .poll(() => page(publication, ARTICLE), { timeout: LIVE_MS })
    .toContain('Another answer.');
  // Mails go out in turn: when this one is there, a mail about the answer would be.
  const email = new URLSearchParams({ email: ANN, action: 'send' });
  await fetch(`${publication.site}/api/comments/your-data`, { method: 'POST', body: email });
  await mailTo(ANN, /keeps about you/);
  expect(server.mails.map(({ subject }) => subject.split(':')[0])).toEqual([
    'Confirm your address',
    'A comment waits for you',
    'Your comment is public',
    'An answer to your comment',
    'What Lymphwise keeps about you',
  ]);
  expect(publication.output()).not.toMatch(/canary-/);
});

async function mailIn(server: TestMailServer, to: string, about: RegExp): Promise<ReceivedMail> {
  const found = () => server.mails.find((mail) => mail.to[0] === to && about.test(mail.subject));
  await expect.poll(found, { timeout: TOLD_MS }).toBeDefined();
  const mail = found();
  if (mail === undefined) throw new Error('The mail has gone again.');
  return mail;
}

async function aPublicationWithMail(server: TestMailServer) {
  const publication = await startPublication({
    SMTP_URL: server.url,
    MAIL_FROM: 'Lymphwise <editors@lymphwise.example>',
  });
  onTestFinished(() => publication.stop());
  const store = storeOf(publication);
  await store.createOrReplace({
    _id: 'private.commentSettings',
    _type: 'commentSettings',
    mode: 'first-timers',
    perMinute: 100,
    notify: [MO],
  });
  return { publication, store };
}

async function aReader(): Promise<Page> {
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  return (await browser.newContext({ javaScriptEnabled: false })).newPage();
}

interface Written {
  text: string;
  name: string;
  notify?: boolean;
  /** The page is open already. */
  here?: boolean;
}

async function comment(
  reader: Page,
  publication: RunningPublication,
  { text, name, notify = false, here = false }: Written,
): Promise<void> {
  if (!here) await reader.goto(publication.site + ARTICLE);
  await reader.getByRole('textbox', { name: 'Comment' }).fill(text);
  await reader.getByRole('textbox', { name: 'Name' }).fill(name);
  const email = name === 'Ann' ? ANN : 'bo@reader.example';
  await reader.getByRole('textbox', { name: 'Email' }).fill(email);
  if (notify) await reader.getByRole('checkbox', { name: /^Email me/ }).check();
  await reader.getByRole('button', { name: 'Post Comment' }).click();
  await expect.poll(() => reader.url()).toContain('/api/comments/yours/');
}

async function press(reader: Page, url: string, button: string): Promise<void> {
  await reader.goto(url);
  await reader.getByRole('button', { name: button }).click();
}

async function page({ site }: RunningPublication, path: string): Promise<string> {
  return (await fetch(site + path)).text();
}

/** As an editor does in the Studio. */
async function approveInStore(store: SanityClient, source: string): Promise<void> {
  const query = '*[_type == "comment" && source == $source][0]._id';
  await expect.poll(() => store.fetch<string | null>(query, { source })).toMatch(/^drafts\./);
  const draftId = await store.fetch<string>(query, { source });
  const publishedId = draftId.replace(/^drafts\./, '');
  await store.action({ actionType: 'sanity.action.document.publish', draftId, publishedId });
}
