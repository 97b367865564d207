import { onTestFinished } from 'vitest';

import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import type { Comment } from '../cms/sanity.types.ts';
import type { ReaderPage } from '../text/reader-page.ts';
import { parseCommentSettings } from './comment-settings.ts';
import type { CommentSettings } from './comment-settings.ts';
import { createCommentsEndpoint } from './endpoint.ts';
import type { EndpointOptions } from './endpoint.ts';
import { openMemoryCounters } from './limit-counters.ts';
import { createLimits } from './limits.ts';
import { openOutbox } from './outbox.ts';
import { toPlainBlocks } from './plain-text.ts';
import { createPageRenderer, createRouter } from './routes.ts';
import { createSigner } from './signed.ts';
import { AWAY } from './yours.fixture.ts';
import { createYours } from './yours.ts';

/** A form that is filled in as it should be. */
export const good = {
  article: 'article-x',
  comment: 'Thank you.',
  name: 'Ann',
  email: 'ann@example.org',
  website: '',
  parent: '',
  subject: '',
};

export const now = new Date('2026-11-21T09:00:00Z');
const key = new Uint8Array(32).fill(5);
export const signer = createSigner(key);

const approved = (id: string, page: string, more: Partial<Comment> = {}) => ({
  href: `/benefits/x/#comment-${id}`,
  comment: {
    _id: id,
    _type: 'comment' as const,
    _createdAt: '',
    _updatedAt: '',
    _rev: '',
    article: { _type: 'reference' as const, _ref: page, _weak: true as const },
    name: 'Bo',
    body: [],
    submittedAt: '2026-11-01T00:00:00Z',
    ...more,
  },
});

/** An endpoint with a real outbox and limits, behind the router. */
export const createEndpoint = (
  changes: Partial<EndpointOptions> = {},
  settings: Partial<CommentSettings> = {},
) => {
  const outbox = openOutbox(`${temporaryFolder()}/outbox.sqlite`);
  onTestFinished(outbox.close);
  const limits = createLimits({ key, counters: openMemoryCounters() });
  onTestFinished(limits.close);
  const pages: ReaderPage[] = [];
  const log: string[] = [];
  const renderPage = async (page: ReaderPage) => {
    pages.push(page);
    return '<!doctype html>';
  };
  const tell = (line: string): void => void log.push(line);
  const options: EndpointOptions = {
    lookups: {
      page: (id) => ({ 'article-x': { open: true }, 'article-shut': { open: false } })[id],
      approved: (id) =>
        ({
          approved: approved('approved', 'article-x'),
          elsewhere: approved('elsewhere', 'article-y'),
          tombstone: approved('tombstone', 'article-x', { removed: true }),
        })[id],
      emergencyText: () => 'Call for help.',
    },
    outbox,
    limits,
    mayPreview: async () => true,
    proofs: { check: async (proof) => proof === 'worked' },
    signer,
    key,
    settings: () => ({ ...parseCommentSettings(undefined), ...settings }),
    history: async () => undefined,
    renderer: { render: async (source) => toPlainBlocks(source) },
    addressHash: (address) => [`hash of ${address.length}`],
    render: createPageRenderer(renderPage),
    onAccepted: () => {},
    log: tell,
    now: () => now,
    commentsUrl: '/api/comments',
    ...changes,
  };
  const yours = { ...options, outbox, client: AWAY, isHeldUp: () => false, erase: async () => {} };
  const routes = { '': createCommentsEndpoint(options), yours: createYours(yours) };
  const handle = createRouter({
    routes,
    renderPage,
    siteOrigin: 'https://lymph.example',
    commentsUrl: '/api/comments',
    log: tell,
  });
  const stored = () =>
    outbox.due(now, 99).flatMap((each) => (each.kind === 'post' ? [each.comment] : []));
  return { handle, stored, pages, log };
};

export const URL_OF_ENDPOINT = 'http://127.0.0.1:4321/api/comments';

/** The form as a browser posts it. */
export const post = (
  changes: Record<string, string> = {},
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
) => {
  const body = new URLSearchParams({ ...good, ...changes });
  return new Request(URL_OF_ENDPOINT, { method: 'POST', body, headers });
};

export const ADDRESS = '192.0.2.1';

/** A form whose sender goes away in the middle of it. */
export function aBrokenOffPost(): Request {
  const init = {
    method: 'POST',
    body: new ReadableStream({ pull: (stream) => stream.error(new Error('Reset')) }),
    duplex: 'half',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
  return new Request(URL_OF_ENDPOINT, init);
}
