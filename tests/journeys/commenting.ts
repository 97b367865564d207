import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SanityClient } from '@sanity/client';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { violationsOf } from '../browser/violations.ts';
import { clientOf } from '../fixtures/store.ts';
import type { RunningPublication } from './running-publication.ts';

/** How soon what is approved is on the page. */
const LIVE_MS = 2000;

/** A reader in front of a page of a running publication. */
export interface World {
  readonly page: Page;
  readonly site: string;
  /** The article's path, and its `_id`. */
  readonly path: string;
  readonly articleId: string;
  /** Sees drafts and private parts. */
  readonly store: SanityClient;
}

/** The store of a publication, as its own site writes to it: drafts and private parts included. */
export function storeOf({ lake, dataDir }: RunningPublication): SanityClient {
  return clientOf(lake, readFileSync(join(dataDir, 'robot-token'), 'utf8').trim());
}

/** Sets how comments are taken: as often as a test likes, and with work for it or not. */
export async function setRules(store: SanityClient, proofOfWork: boolean): Promise<void> {
  const often = { perMinute: 100, perDay: 100, perEmailPerDay: 100 };
  const rules = { _id: 'private.commentSettings', _type: 'commentSettings', proofOfWork, ...often };
  await store.createOrReplace(rules);
}

/** The Markdown of the article's comments that have reached the store, in any state. */
export function storedTexts({ store, articleId }: World): Promise<readonly string[]> {
  const query = '*[_type == "comment" && article._ref == $articleId] | order(submittedAt).source';
  return store.fetch<string[]>(query, { articleId });
}

/** Publishes the comment with this text, once it has come, as the Studio's Approve does. */
export async function approve({ store }: World, text: string): Promise<void> {
  const find = () =>
    store.fetch<string | null>('*[_id in path("drafts.**") && source == $text][0]._id', { text });
  await expect.poll(find).toMatch(/^drafts\./);
  const draftId = (await find()) ?? '';
  const publishedId = draftId.replace('drafts.', '');
  await store.action({ actionType: 'sanity.action.document.publish', draftId, publishedId });
}

/** Waits until the public page says so. */
export async function expectLive({ site, path }: World, text: string): Promise<void> {
  await expect
    .poll(async () => (await fetch(site + path)).text(), { timeout: LIVE_MS })
    .toContain(text);
}

export async function goToArticle({ page, site, path }: World): Promise<void> {
  await page.goto(site + path);
}

export async function fillComment({ page }: World, name: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Comment' }).fill(text);
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'Email' }).fill(`${name.toLowerCase()}@reader.example`);
}

export async function press({ page }: World, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Looks at the comments only: the rest of the page is another journey's. */
export async function expectAccessible({ page }: World): Promise<void> {
  expect(await violationsOf(page, 'section.comments')).toEqual([]);
}
