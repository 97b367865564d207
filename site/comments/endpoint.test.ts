import { describe, expect, test } from 'vitest';

import { createCommentsEndpoint } from './endpoint.ts';
import type { EndpointOptions, ErrorPage } from './endpoint.ts';
import type { HeldComment } from './held-comment.ts';
import { toPlainBlocks } from './plain-text.ts';
import { createRateLimit } from './rate-limit.ts';

const good = {
  article: 'article-x',
  comment: 'Thank you.',
  name: 'Ann',
  email: 'ann@example.org',
  website: '',
  parent: '',
  subject: '',
};

const createEndpoint = (changes: Partial<EndpointOptions> = {}) => {
  const stored: HeldComment[] = [];
  const pages: ErrorPage[] = [];
  const log: string[] = [];
  const handle = createCommentsEndpoint({
    lookups: {
      page: (id) =>
        ({ 'article-x': { commentsOpen: true }, 'article-shut': { commentsOpen: false } })[id],
      isApproved: (commentId, pageId) => commentId === 'approved' && pageId === 'article-x',
    },
    outbox: { add: (comment) => void stored.push(comment) },
    renderer: { render: async (source) => toPlainBlocks(source) },
    rateLimit: createRateLimit(),
    addressHash: (address) => [`hash of ${address.length}`],
    renderErrorPage: async (page) => {
      pages.push(page);
      return '<!doctype html>';
    },
    onAccepted: () => {},
    log: (line) => void log.push(line),
    now: () => new Date('2026-11-21T09:00:00Z'),
    siteUrl: 'https://lymph.example',
    ...changes,
  });
  return { handle, stored, pages, log };
};

const URL_OF_ENDPOINT = 'http://127.0.0.1:4321/api/comments';

const post = (
  changes: Record<string, string> = {},
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
) => {
  const body = new URLSearchParams({ ...good, ...changes });
  return new Request(URL_OF_ENDPOINT, { method: 'POST', body, headers });
};

const ADDRESS = '192.0.2.1';

describe('createCommentsEndpoint', () => {
  test('stores the comment, then sends the reader on', async () => {
    const { handle, stored } = createEndpoint();
    const response = await handle(post({}, { 'user-agent': 'Browser' }), ADDRESS);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/comments/received/?article=article-x');
    expect(stored).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        articleId: 'article-x',
        name: 'Ann',
        source: 'Thank you.',
        body: toPlainBlocks('Thank you.'),
        submittedAt: '2026-11-21T09:00:00.000Z',
        reasons: ['Email address not verified'],
        private: { email: 'ann@example.org', ipHash: 'hash of 9', userAgent: 'Browser' },
      },
    ]);
  });

  test('takes multipart forms', async () => {
    const { handle, stored } = createEndpoint();
    const body = new FormData();
    for (const [field, value] of Object.entries(good)) body.set(field, value);
    const request = new Request(URL_OF_ENDPOINT, { method: 'POST', body });
    expect((await handle(request, ADDRESS)).status).toBe(303);
    expect(stored).toHaveLength(1);
  });

  test('sends readers of a site on another host back there', async () => {
    const { handle } = createEndpoint();
    const response = await handle(post({}, { origin: 'https://lymph.example' }), ADDRESS);
    expect(response.headers.get('location')).toMatch(
      /^https:\/\/lymph\.example\/comments\/received\//,
    );
  });

  test('shows the form again with what was typed and what to mend', async () => {
    const { handle, stored, pages } = createEndpoint();
    const response = await handle(post({ email: 'ann', parent: 'approved' }), ADDRESS);
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(stored).toEqual([]);
    expect(pages).toEqual([
      {
        articleId: 'article-x',
        parentId: 'approved',
        values: { comment: 'Thank you.', name: 'Ann', email: 'ann', website: '' },
        errors: [{ field: 'email', message: expect.stringContaining('name@example.org') }],
      },
    ]);
  });

  test.for([
    ['a page that is closed', { article: 'article-shut' }, 422],
    ['a page that is not there', { article: 'article-gone' }, 404],
    ['no page', { article: '' }, 404],
    ['a comment that is not approved', { parent: 'waiting' }, 422],
  ] as const)('does not take a comment on %s', async ([, changes, status]) => {
    const { handle, stored } = createEndpoint();
    expect((await handle(post(changes), ADDRESS)).status).toBe(status);
    expect(stored).toEqual([]);
  });

  test('keeps what fell into the trap as spam, and answers as always', async () => {
    const { handle, stored } = createEndpoint();
    expect((await handle(post({ subject: 'Buy' }), ADDRESS)).status).toBe(303);
    expect(stored).toMatchObject([{ moderation: 'spam' }]);
  });

  test('asks for patience after three comments in a minute, from that network only', async () => {
    const { handle, stored } = createEndpoint();
    for (const status of [303, 303, 303, 429]) {
      // One after another: that is what is tested.
      const response = await handle(post(), ADDRESS);
      expect(response.status).toBe(status);
      expect(response.headers.get('retry-after')).toBe(status === 429 ? '60' : null);
    }
    expect((await handle(post(), '198.51.100.23')).status).toBe(303);
    expect(stored).toHaveLength(4);
  });

  test('answers in JSON when asked to', async () => {
    const { handle } = createEndpoint();
    const headers = { accept: 'application/json' };
    const accepted = await handle(post({}, headers), ADDRESS);
    expect([accepted.status, await accepted.json()]).toEqual([202, { status: 'held' }]);
    const wrong = await handle(post({ name: '' }, headers), ADDRESS);
    expect([wrong.status, await wrong.json()]).toEqual([
      422,
      { errors: [{ field: 'name', message: expect.stringContaining('empty') }] },
    ]);
    const gone = await handle(post({ article: 'article-gone' }, headers), ADDRESS);
    expect([gone.status, await gone.json()]).toEqual([404, { error: expect.any(String) }]);
  });

  test.for([
    ['GET', new Request(URL_OF_ENDPOINT), 405],
    ['text', new Request(URL_OF_ENDPOINT, { method: 'POST', body: 'comment=a' }), 415],
    [
      'JSON',
      new Request(URL_OF_ENDPOINT, {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json' },
      }),
      415,
    ],
    ['a long form', post({ comment: 'a'.repeat(40_000) }), 413],
    ['a form that says it is long', post({}, { 'content-length': '40000' }), 413],
    [
      'a broken multipart form',
      new Request(URL_OF_ENDPOINT, {
        method: 'POST',
        body: 'x',
        headers: { 'content-type': 'multipart/form-data' },
      }),
      400,
    ],
    ['a form from elsewhere', post({}, { origin: 'https://evil.example' }), 403],
    [
      'a form from elsewhere that hides it',
      post({}, { origin: 'null', 'sec-fetch-site': 'cross-site' }),
      403,
    ],
    ['a form that hides where it is from', post({}, { origin: 'null' }), 403],
  ] as const)('refuses %s', async ([, request, status]) => {
    const { handle, stored } = createEndpoint();
    const response = await handle(request, ADDRESS);
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(/\.\n$/);
    expect(stored).toEqual([]);
  });

  test.for([
    ['the browser vouches for it', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['it names the endpoint’s own host', { origin: 'http://127.0.0.1:4321' }],
    ['it names the site', { origin: 'https://lymph.example', 'sec-fetch-site': 'cross-site' }],
  ] as const)('takes a form when %s', async ([, headers]) => {
    const { handle } = createEndpoint();
    expect((await handle(post({}, headers), ADDRESS)).status).toBe(303);
  });

  test('does not claim to have stored what it could not, and tells the log nothing personal', async () => {
    const { handle, pages, log } = createEndpoint({
      outbox: {
        add: () => {
          throw new Error('disk full: ann@example.org');
        },
      },
    });
    expect((await handle(post(), ADDRESS)).status).toBe(503);
    expect(pages[0]?.values.comment).toBe('Thank you.');
    expect(log.join()).not.toContain('ann');
  });

  test('answers even when the error page fails', async () => {
    const { handle, log } = createEndpoint({
      renderErrorPage: () => Promise.reject(new Error('ann@example.org')),
    });
    const response = await handle(post({ name: '' }), ADDRESS);
    expect(response.status).toBe(500);
    expect((await response.text()) + log.join()).not.toContain('ann@');
  });
});
