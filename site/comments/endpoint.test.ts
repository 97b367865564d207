import { describe, expect, test } from 'vitest';

import {
  aBrokenOffPost,
  ADDRESS,
  createEndpoint,
  good,
  now,
  post,
  signer,
  URL_OF_ENDPOINT,
} from './endpoint.fixture.ts';
import { toPlainBlocks } from './plain-text.ts';
import { makeTicket } from './ticket.ts';

describe('createCommentsEndpoint', () => {
  test('stores the comment, then sends its author to a page of their own', async () => {
    const { handle, stored } = createEndpoint();
    const response = await handle(post({}, { 'user-agent': 'Browser' }), ADDRESS);
    expect(response.status).toBe(303);
    const [comment] = stored();
    const [, token = ''] =
      /^\/api\/comments\/yours\/(.+)$/.exec(response.headers.get('location') ?? '') ?? [];
    expect(signer.verify('yours', token, now)).toBe(comment?.id);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(comment).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      articleId: 'article-x',
      name: 'Ann',
      source: 'Thank you.',
      body: toPlainBlocks('Thank you.'),
      submittedAt: '2026-11-21T09:00:00.000Z',
      reasons: ['Every comment is read first'],
      notices: ['An editor reads each comment before it appears.'],
      private: { email: 'ann@example.org', ipHash: 'hash of 9', userAgent: 'Browser' },
    });
  });

  test('takes multipart forms', async () => {
    const { handle, stored } = createEndpoint();
    const body = new FormData();
    for (const [field, value] of Object.entries(good)) body.set(field, value);
    const request = new Request(URL_OF_ENDPOINT, { method: 'POST', body });
    expect((await handle(request, ADDRESS)).status).toBe(303);
    expect(stored()).toHaveLength(1);
  });

  test('shows the form again with what was typed and what to mend', async () => {
    const { handle, stored, pages } = createEndpoint();
    const form = { email: 'ann', parent: 'approved', notify: 'on' };
    const response = await handle(post(form), ADDRESS);
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(stored()).toEqual([]);
    expect(pages).toEqual([
      {
        kind: 'mend',
        articleId: 'article-x',
        parentId: 'approved',
        values: { comment: 'Thank you.', name: 'Ann', email: 'ann', website: '' },
        errors: [{ field: 'email', message: expect.stringContaining('name@example.org') }],
        notify: true,
        ticket: makeTicket(signer, now),
      },
    ]);
  });

  test.for([
    ['a page that is closed', { article: 'article-shut' }, 422],
    ['a page that is not there', { article: 'article-gone' }, 404],
    ['no page', { article: '' }, 404],
    ['a comment that is not approved', { parent: 'waiting' }, 422],
    ['a comment on another page', { parent: 'elsewhere' }, 422],
    ['a comment that was removed', { parent: 'tombstone' }, 422],
  ] as const)('does not take a comment on %s', async ([, changes, status]) => {
    const { handle, stored } = createEndpoint();
    expect((await handle(post(changes), ADDRESS)).status).toBe(status);
    expect(stored()).toEqual([]);
  });

  test('keeps what fell into the trap as spam, and answers as always', async () => {
    const { handle, stored } = createEndpoint();
    expect((await handle(post({ subject: 'Buy' }), ADDRESS)).status).toBe(303);
    expect(stored()).toMatchObject([{ moderation: 'spam' }]);
  });

  test('asks for patience after three comments in a minute, from that network only', async () => {
    const { handle, stored } = createEndpoint();
    for (const [index, status] of [303, 303, 303, 429].entries()) {
      // One after another: that is what is tested.
      const response = await handle(post({ comment: `Number ${index}` }), ADDRESS);
      expect(response.status).toBe(status);
      expect(response.headers.get('retry-after')).toBe(status === 429 ? '60' : null);
    }
    expect((await handle(post(), '198.51.100.23')).status).toBe(303);
    expect(stored()).toHaveLength(4);
  });

  test('counts a comment that is sent twice at once as one', async () => {
    const { handle, stored } = createEndpoint({}, { perMinute: 1 });
    const both = await Promise.all([handle(post(), ADDRESS), handle(post(), ADDRESS)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(new Set(both.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(stored()).toHaveLength(1);
    expect((await handle(post({ comment: 'Another.' }), ADDRESS)).status).toBe(429);
  });

  test('answers in JSON when asked to', async () => {
    const { handle } = createEndpoint();
    const headers = { accept: 'application/json' };
    const taken = await handle(post({}, headers), ADDRESS);
    expect([taken.status, await taken.json()]).toEqual([
      202,
      {
        status: 'held',
        yours: expect.stringMatching(/^\/api\/comments\/yours\//),
        html: '<p>Thank you.</p>',
        notices: ['An editor reads each comment before it appears.'],
        editUntil: '2026-11-21T09:15:00.000Z',
      },
    ]);
    expect(taken.headers.get('access-control-allow-origin')).toBe('https://lymph.example');
    const wrong = await handle(post({ name: '' }, headers), ADDRESS);
    expect([wrong.status, await wrong.json()]).toEqual([
      422,
      { errors: [{ field: 'name', message: expect.stringContaining('empty') }] },
    ]);
    const gone = await handle(post({ article: 'article-gone' }, headers), ADDRESS);
    expect([gone.status, await gone.json()]).toEqual([404, { error: expect.any(String) }]);
  });

  test('shows at once where to get help, when somebody seems to need it', async () => {
    const { handle, stored } = createEndpoint();
    const comment = 'My leg is swollen and I cannot breathe. What should I do?';
    const taken = await handle(post({ comment }, { accept: 'application/json' }), ADDRESS);
    expect(await taken.json()).toMatchObject({ emergency: 'Call for help.' });
    expect(stored()).toMatchObject([{ emergency: true }]);
  });

  test('previews without storing anything, and keeps the age of the form', async () => {
    const { handle, stored, pages } = createEndpoint();
    const ticket = makeTicket(signer, new Date(now.getTime() - 60_000));
    const response = await handle(post({ action: 'preview', ticket }), ADDRESS);
    expect(response.status).toBe(200);
    expect(pages).toMatchObject([
      { kind: 'preview', form: { ticket }, comment: { name: 'Ann' }, emergency: false },
    ]);
    const json = await handle(post({ action: 'preview' }, { accept: 'application/json' }), ADDRESS);
    expect(await json.json()).toEqual({ preview: '<p>Thank you.</p>' });
    expect(stored()).toEqual([]);
  });

  test('limits previews too', async () => {
    const { handle } = createEndpoint({ mayPreview: async () => false });
    expect((await handle(post({ action: 'preview' }), ADDRESS)).status).toBe(429);
  });

  test.for([
    [{}, 'open', undefined],
    [{ ticket: makeTicket(signer, new Date(now.getTime() - 60_000)) }, 'open', true],
    [{ ticket: makeTicket(signer, now) }, 'open', undefined],
    [{ ticket: makeTicket(signer, new Date(now.getTime() - 60_000)) }, 'first-timers', undefined],
  ] as const)('with %o in mode %s: approved %o', async ([changes, mode, isApproved]) => {
    const { handle, stored } = createEndpoint({}, { mode });
    await handle(post(changes), ADDRESS);
    expect(stored()[0]?.approved).toBe(isApproved);
  });

  test.for([
    ['known=1', true],
    ['', undefined],
  ] as const)(
    'with the cookie %o in mode first-timers: approved %o',
    async ([cookie, isApproved]) => {
      const { handle, stored } = createEndpoint(
        {
          history: async (_email, { headers }) =>
            headers.get('cookie') === 'known=1'
              ? { verified: true, approved: 1, spam: 0 }
              : { verified: false, approved: 0, spam: 0 },
        },
        { mode: 'first-timers' },
      );
      const ticket = makeTicket(signer, new Date(now.getTime() - 60_000));
      await handle(post({ ticket }, { cookie }), ADDRESS);
      expect(stored()[0]?.approved).toBe(isApproved);
    },
  );

  test.for([
    ['worked', true],
    ['', undefined],
  ] as const)('with the proof %o in mode open: approved %o', async ([proof, isApproved]) => {
    const { handle, stored } = createEndpoint({}, { mode: 'open', proofOfWork: true });
    const ticket = makeTicket(signer, new Date(now.getTime() - 60_000));
    await handle(post({ ticket, proof }), ADDRESS);
    expect(stored()[0]?.approved).toBe(isApproved);
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
    ['a long form', post({ comment: 'a'.repeat(300_000) }), 413],
    ['a form that says it is long', post({}, { 'content-length': '300000' }), 413],
    [
      'a broken multipart form',
      new Request(URL_OF_ENDPOINT, {
        method: 'POST',
        body: 'x',
        headers: { 'content-type': 'multipart/form-data' },
      }),
      400,
    ],
    ['a form that breaks off', aBrokenOffPost(), 400],
  ] as const)('refuses %s', async ([, request, status]) => {
    const { handle, stored } = createEndpoint();
    const response = await handle(request, ADDRESS);
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(/\.\n$/);
    expect(stored()).toEqual([]);
  });

  test('does not claim to have stored what it could not, and tells the log nothing personal', async () => {
    const { handle, pages, log } = createEndpoint({
      outbox: {
        post: () => Promise.reject(new Error('disk full: ann@example.org')),
        find: () => undefined,
        findAgain: () => undefined,
        isKnown: () => false,
      },
    });
    expect((await handle(post(), ADDRESS)).status).toBe(503);
    expect(pages).toMatchObject([{ kind: 'mend', values: { comment: 'Thank you.' } }]);
    expect(log.join()).not.toContain('ann');
  });

  test('answers even when the page fails', async () => {
    const { handle, log } = createEndpoint({
      render: () => Promise.reject(new Error('ann@example.org')),
    });
    const response = await handle(post({ name: '' }), ADDRESS);
    expect(response.status).toBe(500);
    expect((await response.text()) + log.join()).not.toContain('ann@');
  });
});
