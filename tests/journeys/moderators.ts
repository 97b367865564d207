import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { SanityClient } from '@sanity/client';
import type { Browser, Page } from 'playwright-core';

import type { RunningPublication } from './running-publication.ts';

/**
 * Writes comments that wait into the store, as the site does, the longest wait first.
 */
export async function sendComments(
  store: SanityClient,
  articleId: string,
  names: readonly string[],
  { reason = 'Every comment is read first', day = 1 } = {},
): Promise<void> {
  const transaction = store.transaction();
  for (const [place, name] of names.entries()) {
    const id = randomUUID();
    const submittedAt = new Date(Date.UTC(2026, 10, day + place)).toISOString();
    transaction.create({
      _id: `drafts.${id}`,
      _type: 'comment',
      article: { _type: 'reference', _ref: articleId, _weak: true },
      name,
      source: `From ${name}.`,
      body: [
        {
          _type: 'block',
          _key: 'b0',
          style: 'normal',
          markDefs: [],
          children: [{ _type: 'span', _key: 'b0s0', text: `From ${name}.`, marks: [] }],
        },
      ],
      submittedAt,
    });
    transaction.create({
      _id: `private.comment.${id}`,
      _type: 'privateComment',
      comment: id,
      email: `${name.toLowerCase()}@reader.example`,
      reasons: [reason],
      receivedAt: submittedAt,
    });
  }
  await transaction.commit();
}

/**
 * Signs in with a link, and opens the Comments tool.
 *
 * @param outside gets the addresses of other hosts that the Studio asks
 */
export async function openTool(browser: Browser, signIn: string, outside: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const opened = await context.newPage();
  opened.on('request', (request) => {
    const url = new URL(request.url());
    const here = url.hostname === 'localhost' || url.hostname.endsWith('.localhost');
    if (!here && url.protocol.startsWith('http')) outside.push(request.url());
  });
  await opened.goto(signIn);
  await opened.getByRole('link', { name: 'Comments', exact: true }).click();
  await opened.getByRole('article').first().waitFor();
  return opened;
}

/** A sign-in link for one more editor. */
export async function signInAs(
  { lake, dataDir, studio }: RunningPublication,
  name: string,
): Promise<string> {
  const { port } = new URL(lake);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['lake/sign-in.ts', '--name', name],
    {
      env: {
        LAKE_DIR: join(dataDir, 'lake'),
        LAKE_PORT: port,
        LAKE_STUDIO_ORIGINS: studio,
      },
    },
  );
  return stdout.trim();
}
