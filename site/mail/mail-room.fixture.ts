import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { expect, onTestFinished, vi } from 'vitest';
import { z } from 'zod';

import { aStore } from '../../tests/fixtures/store.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import type { Comment } from '../cms/sanity.types.ts';
import { parseDocument } from '../cms/parse-document.ts';
import { renderMarkdown } from '../comments/render-markdown.ts';
import { createKnownBrowsers } from '../comments/known-browsers.ts';
import { createSigner } from '../comments/signed.ts';
import { URGENT_REASON } from '../comments/triage/emergency.ts';
import type { ReaderPage } from '../text/reader-page.ts';
import { createAddressMark } from './address-mark.ts';
import { aClock } from './mail-file.fixture.ts';
import { startMail } from './mail.ts';
import { linkIn } from './read-mail.fixture.ts';
import { startMailServer, type TestMailServer } from './smtp-server.fixture.ts';

const COMMENTS = 'https://lymphwise.example/api/comments';
const MINUTE_MS = 60_000;

interface Written {
  email: string;
  name?: string;
  text?: string;
  parent?: string;
  notify?: boolean;
  elsewhere?: true;
  emergency?: true;
}

/** A store, a mail server, and the mail between them; the clock stands until it is moved. */
export async function aMailRoom(mailServer?: TestMailServer) {
  const dir = temporaryFolder();
  const client = await aStore(join(dir, 'lake'));
  const server = mailServer ?? (await startMailServer());
  const clock = aClock(new Date().toISOString());
  const log: string[] = [];
  const settings = { moderators: ['mo@editors.example'] };
  const key = new Uint8Array(32).fill(7);

  const browsers = createKnownBrowsers({
    signer: createSigner(key),
    mark: createAddressMark(key),
    commentsUrl: COMMENTS,
  });

  const open = () =>
    startMail({
      config: { smtpUrl: server.url, from: { name: 'Lymphwise', address: 'ed@lymphwise.example' } },
      dir: join(dir, 'site'),
      client,
      key,
      signer: createSigner(key),
      browsers,
      site: {
        siteUrl: 'https://lymphwise.example',
        studioUrl: 'https://studio.example/comments/pending',
        title: () => 'Lymphwise',
        pageTitle: (id) => (id === 'article-x' ? 'On lymph' : undefined),
        commentUrl: (id) => `https://lymphwise.example/benefits/x/#comment-${id}`,
      },
      commentsUrl: COMMENTS,
      moderators: () => settings.moderators,
      render: async (page, status = 200) => Response.json(page, { status }),
      now: clock.now,
      log: (line) => log.push(line),
    });
  let mail = open();
  onTestFinished(() => mail.close());
  mail.published([]);

  let second = 0;
  /** Brings a comment into the store, as delivery does; each a second after the one before. */
  const write = async ({
    email,
    name = 'Ann',
    text = 'Thank you.',
    parent,
    notify = false,
    elsewhere,
    emergency,
  }: Written) => {
    const id = randomUUID();
    second += 1;
    const sentAt = new Date(Date.parse('2026-11-21T09:00:00Z') + second * 1000).toISOString();
    await client
      .transaction()
      .create({
        _id: `drafts.${id}`,
        _type: 'comment',
        article: { _type: 'reference', _ref: 'article-x', _weak: true },
        ...(parent && { parent: { _type: 'reference', _ref: parent, _weak: true } }),
        name,
        body: renderMarkdown(text),
        submittedAt: sentAt,
      })
      .create({
        _id: `private.comment.${id}`,
        _type: 'privateComment',
        comment: id,
        email,
        reasons: [...(emergency ? [`${URGENT_REASON}: “help”`] : []), 'First comment'],
        ...(notify && { notify }),
        ...(elsewhere && { elsewhere }),
        receivedAt: sentAt,
      })
      .commit();
    return id;
  };

  const publicComment = async (id: string): Promise<Comment | undefined> => {
    const doc = parseDocument(await client.getDocument(id), () => undefined);
    return doc?._type === 'comment' ? doc : undefined;
  };

  const room = {
    ...clock,
    client,
    browsers,
    server,
    log,
    settings,
    dir,
    get mail() {
      return mail;
    },
    write,
    /** Brings a comment into the store and tells the mail. */
    async post(written: Written) {
      const id = await write(written);
      const { notify, elsewhere, emergency } = written;
      const about = { ...(elsewhere && { elsewhere }), ...(emergency && { emergency }) };
      mail.came([{ id, ...about, private: { ...(notify && { notify: true }) } }]);
      return id;
    },
    /** As an editor does in the Studio, and as the site tells of it. */
    async approve(id: string) {
      await client.action({
        actionType: 'sanity.action.document.publish',
        draftId: `drafts.${id}`,
        publishedId: id,
      });
      await room.tell(id);
    },
    async tell(...ids: readonly string[]) {
      const comments = await Promise.all(ids.map(publicComment));
      mail.published(comments.flatMap((comment) => comment ?? []));
    },
    /** Lets time pass, and what is due go out. */
    later(milliseconds: number) {
      clock.pass(milliseconds);
      mail.published([]);
    },
    /** Waits until so many mails have come, and gives the last. */
    async mails(count: number) {
      await expect.poll(() => server.mails).toHaveLength(count);
      const last = server.mails.at(-1);
      if (last === undefined) throw new Error('No mail came.');
      return last;
    },
    /** Waits until everything that is due has been looked at, then counts the mails that came. */
    async settled() {
      const id = await write({ email: 'sentinel@reader.example' });
      mail.yourData(id);
      await vi.waitFor(
        () => expect(server.mails.at(-1)?.to).toEqual(['sentinel@reader.example']),
        5000,
      );
      server.mails.pop();
      return server.mails.length;
    },
    async restart(meanwhile: () => Promise<unknown> = async () => undefined) {
      await mail.close();
      await meanwhile();
      mail = open();
    },
    /** Opens a mailed address, or presses a button of its page. */
    async visit(url: string, body?: string, cookie = '') {
      const [path = '', token = ''] = url.slice(COMMENTS.length + 1).split('/');
      const route = Object.entries(mail.routes).find(([name]) => name === path)?.[1];
      if (route === undefined) throw new Error(`No route leads to ${url}`);
      const response = await route(
        new Request(url, {
          method: body === undefined ? 'GET' : 'POST',
          headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
          ...(body !== undefined && { body }),
        }),
        token,
      );
      const { status, headers } = response;
      return { status, page: toPage(await response.json()), cookies: headers.getSetCookie() };
    },
  };
  return room;
}

export const SOON_MS = MINUTE_MS;

function toPage(value: unknown): ReaderPage {
  return z.custom<ReaderPage>().parse(value);
}

export type Room = Awaited<ReturnType<typeof aMailRoom>>;

export const ANN = 'ann@reader.example';

/** Ann's comment that asked for mail, her address confirmed; the mails so far are forgotten. */
export async function aConfirmedComment(room: Room): Promise<string> {
  room.settings.moderators = [];
  const id = await room.post({ email: ANN, notify: true });
  const { text } = await room.mails(1);
  await room.visit(linkIn(text, 'Confirm this address'), 'action=confirm');
  room.server.mails.length = 0;
  return id;
}
