import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SanityClient } from '@sanity/client';
import { expect, onTestFinished, test } from 'vitest';
import { linkIn } from '../../site/mail/read-mail.fixture.ts';
import { startMailServer, type TestMailServer } from '../../site/mail/smtp-server.fixture.ts';
import { storeOf } from '../journeys/commenting.ts';
import { startPublication, type RunningPublication } from '../journeys/running-publication.ts';

const ADDRESS = 'quokkabird-4417@reader.example';
const NETWORK = '203.0.113.77';
const BROWSER = 'Zanzibarian/7.7';
const WORD = 'xylophonist';
/** Of somebody who answers, and whose comment stays. */
const OTHER = { network: '198.51.100.20', browser: 'Other/1.0' };
const MODERATOR = 'desk@editors.example';
const ARTICLE_ID = 'article-benefits';
const ARTICLE = '/benefits/benefits/';

/** The words' index keeps a word without the letters that it shares with the one before. */
const TRACES = [ADDRESS, 'uokkabird', NETWORK, BROWSER, 'ylophonist'];

test('what only we are told is nowhere public at any time, and nowhere at all once erased', async () => {
  const mails = await startMailServer();
  const publication = await startPublication({
    SMTP_URL: mails.url,
    MAIL_FROM: 'Lymphwise <editors@lymphwise.example>',
    TRUST_PROXY: '1',
  });
  onTestFinished(() => publication.stop());
  const store = storeOf(publication);
  await store.createOrReplace({
    _id: 'private.commentSettings',
    _type: 'commentSettings',
    notify: [MODERATOR],
  });
  const expectNothingPublic = async (): Promise<void> => {
    const shown = (await publicAnswers(publication)).join('\n') + publication.output();
    for (const secret of [ADDRESS, NETWORK, BROWSER]) expect(shown).not.toContain(secret);
    // Why it was held, and what it was sent with, are not public either.
    expect(shown).not.toContain('ipHash');
    expect(shown).not.toContain('Every comment is read first');
  };

  const first = await post(publication, { comment: `I am a ${WORD}.`, name: 'Ann', notify: 'on' });
  const own = first.headers.get('location') ?? '';
  await expectNothingPublic();
  await press(publication, own, { action: 'edit', comment: `I was a ${WORD} once.` });
  await press(publication, linkTo(await mail(mails, /^Confirm/), 'Confirm this address'), {
    action: 'confirm',
  });
  await expectNothingPublic();

  await approve(store, 'once');
  await expect.poll(() => read(publication, ARTICLE)).toContain(`I was a ${WORD} once.`);
  await expectNothingPublic();
  const id = await idOf(store, 'once');
  await store.patch(id).set({ editedAt: new Date().toISOString(), editedBy: 'editor' }).commit();

  const answer = { comment: 'An answer.', name: 'Bo', email: 'bo@b.example', parent: id };
  await post(publication, answer, OTHER);
  await approve(store, 'An answer.');
  await expect.poll(() => read(publication, ARTICLE)).toContain('An answer.');
  await mail(mails, /^An answer/);
  await expectNothingPublic();

  await press(publication, '/api/comments/your-data', { email: ADDRESS.toUpperCase() });
  const letter = await mail(mails, /keeps about you/);
  const link = /https?:\/\/\S+your-data\/\S+/.exec(letter.text)?.[0] ?? '';
  expect(await (await press(publication, link, { action: 'export' })).text()).toContain(ADDRESS);
  expect((await press(publication, link, { action: 'erase-for-good' })).status).toBe(200);

  await expect.poll(() => read(publication, ARTICLE)).not.toContain(WORD);
  expect(await read(publication, ARTICLE)).toContain('An answer.');
  expect(await store.getDocument(id)).toMatchObject({ removed: true, name: 'Removed' });
  await expectNothingPublic();
  await expect.poll(() => tracesIn(publication.dataDir), { timeout: 30_000 }).toEqual([]);
  await publication.stop();
});

/** What anybody may ask for. */
async function publicAnswers({ site, lake }: RunningPublication): Promise<readonly string[]> {
  const data = `${lake}/v2026-05-01/data`;
  const all = encodeURIComponent('*');
  const addresses = [
    ...[ARTICLE, '/comments/rss.xml', `${ARTICLE}comments.xml`, '/api/health', '/search/'].map(
      (path) => site + path,
    ),
    ...['raw', 'published', 'drafts'].map(
      (perspective) => `${data}/query/production?query=${all}&perspective=${perspective}`,
    ),
    `${data}/export/production`,
  ];
  return Promise.all(addresses.map(async (address) => (await fetch(address)).text()));
}

async function read({ site }: RunningPublication, path: string): Promise<string> {
  return (await fetch(site + path)).text();
}

function post(
  { site }: RunningPublication,
  fields: Readonly<Record<string, string>>,
  { network, browser } = { network: NETWORK, browser: BROWSER },
): Promise<Response> {
  const form = { article: ARTICLE_ID, email: ADDRESS, website: '', ...fields };
  return fetch(`${site}/api/comments`, {
    method: 'POST',
    headers: { 'x-forwarded-for': network, 'user-agent': browser },
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
}

async function press(
  { site }: RunningPublication,
  address: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  const response = await fetch(new URL(address, site), {
    method: 'POST',
    headers: { 'x-forwarded-for': NETWORK, 'user-agent': BROWSER },
    body: new URLSearchParams(fields),
  });
  expect(response.status, await response.clone().text()).toBe(200);
  return response;
}

async function mail(server: TestMailServer, about: RegExp) {
  const find = () =>
    server.mails.find(({ to, subject }) => to[0] === ADDRESS && about.test(subject));
  await expect.poll(find, { timeout: 30_000 }).toBeDefined();
  const found = find();
  if (found === undefined) throw new Error('The mail has gone again.');
  return found;
}

function linkTo({ text }: { readonly text: string }, label: string): string {
  return linkIn(text, label);
}

async function idOf(store: SanityClient, words: string): Promise<string> {
  const query = '*[_type == "comment" && source match $words][0]._id';
  await expect.poll(() => store.fetch<string | null>(query, { words })).not.toBeNull();
  return (await store.fetch<string>(query, { words })).replace(/^drafts\./, '');
}

async function approve(store: SanityClient, words: string): Promise<void> {
  const publishedId = await idOf(store, words);
  await store.action({
    actionType: 'sanity.action.document.publish',
    draftId: `drafts.${publishedId}`,
    publishedId,
  });
}

/** Files of the data folder, everything in it, that still hold something of the erased comment. */
function tracesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) => {
      const bytes = readFileSync(file);
      return TRACES.flatMap((trace) => (bytes.includes(trace) ? [`${trace} in ${file}`] : []));
    });
}
