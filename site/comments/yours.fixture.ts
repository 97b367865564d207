import { createClient } from '@sanity/client';
import { expect } from 'vitest';

import type { Comment } from '../cms/sanity.types.ts';
import type { ReaderPage } from '../text/reader-page.ts';
import { parseCommentSettings } from './comment-settings.ts';
import type { CommentSettings } from './comment-settings.ts';
import { heldComment } from './held-comment.fixture.ts';
import type { HeldComment } from './held-comment.ts';
import { openForTest, post } from './outbox.fixture.ts';
import { toPlainBlocks } from './plain-text.ts';
import { createPageRenderer, createRouter } from './routes.ts';
import { createSigner } from './signed.ts';
import { createYours } from './yours.ts';

const key = new Uint8Array(32).fill(9);
export const signer = createSigner(key);
const sentAt = new Date('2026-11-21T09:00:00.000Z');
export const later = (ms: number): Date => new Date(sentAt.getTime() + ms);

interface Scene {
  comment?: Partial<HeldComment>;
  now?: Date;
  settings?: Partial<CommentSettings>;
  standing?: Comment;
  heldUp?: boolean;
  mayPreview?: boolean;
  erase?: (id: string) => Promise<void>;
  /** What the store has of it; without it, the store is away. */
  draft?: Readonly<Record<string, unknown>>;
}

/** Nobody listens there. */
export const AWAY = createClient({
  projectId: 'test',
  dataset: 'test',
  apiVersion: '2026-05-01',
  apiHost: 'http://127.0.0.1:9',
  useProjectHostname: false,
  useCdn: false,
  maxRetries: 0,
});

function storeWith(draft: Readonly<Record<string, unknown>>): typeof AWAY {
  return Object.assign(AWAY.clone(), { getDocument: async () => draft });
}

/** A comment that was just sent, and the page of whoever sent it. */
export async function aPage({
  comment: changes,
  now = later(1000),
  settings,
  standing,
  heldUp,
  mayPreview = true,
  erase = () => expect.unreachable(),
  draft,
}: Scene) {
  const outbox = openForTest();
  const comment = heldComment(changes);
  await post(outbox, comment, sentAt);
  const pages: ReaderPage[] = [];
  const renderPage = async (page: ReaderPage) => {
    pages.push(page);
    return '<!doctype html>';
  };
  const handle = createRouter({
    routes: {
      yours: createYours({
        outbox,
        isHeldUp: () => heldUp === true,
        mayPreview: async () => mayPreview,
        erase,
        client: draft ? storeWith(draft) : AWAY,
        lookups: {
          page: () => ({ open: true }),
          approved: () => standing && { comment: standing, href: '/benefits/x/#comment-1' },
          emergencyText: () => 'Call for help.',
        },
        signer,
        key,
        render: createPageRenderer(renderPage),
        onAccepted: () => {},
        log: () => {},
        settings: () => ({ ...parseCommentSettings(undefined), ...settings }),
        history: async () => undefined,
        renderer: { render: async (source) => toPlainBlocks(source) },
        addressHash: () => ['network'],
        now: () => now,
        commentsUrl: '/api/comments',
      }),
    },
    renderPage,
    siteOrigin: 'https://lymph.example',
    commentsUrl: '/api/comments',
    log: () => {},
  });
  const address = `/api/comments/yours/${signer.sign('yours', comment.id)}`;
  const ask = async (form?: Record<string, string>, path = address) => {
    const body = form && new URLSearchParams(form);
    const method = form ? 'POST' : 'GET';
    const headers = { 'sec-fetch-site': 'same-origin' };
    const url = `http://127.0.0.1:4321${path}`;
    return handle(new Request(url, { method, headers, ...(body && { body }) }), '192.0.2.1');
  };
  const kept = () => outbox.find(comment.id)?.comment;
  return { ask, pages, outbox, comment, address, kept };
}

export const publicly = (comment: Partial<Comment>): Comment => ({
  _id: 'c',
  _type: 'comment',
  _createdAt: '',
  _updatedAt: '',
  _rev: '',
  article: { _type: 'reference', _ref: 'article-x', _weak: true },
  name: 'Ann',
  body: [],
  submittedAt: sentAt.toISOString(),
  ...comment,
});
