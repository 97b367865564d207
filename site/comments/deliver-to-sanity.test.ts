import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

import { createClient } from '@sanity/client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';

import { createSanityDeliver } from './deliver-to-sanity.ts';
import { StoreBusy } from './delivery.ts';
import { heldComment } from './held-comment.fixture.ts';
import type { HeldComment } from './held-comment.ts';
import type { Operation } from './outbox.ts';

const transactionShape = z.object({
  transactionId: z.string().optional(),
  mutations: z.array(z.object({ createIfNotExists: z.looseObject({ _id: z.string() }) })),
});

interface StoreOptions {
  ids?: readonly string[];
  /** The status that a transaction is answered with. */
  status?: number;
  /** Whether a transaction is kept although it is answered with a failure. */
  keeps?: boolean;
  /** A text; what holds it is refused with 422. */
  refuses?: string;
  /** The status that a question is answered with. */
  asked?: number;
}

/** A store with documents of these ids that speaks the two calls of the Sanity API used here. */
const startStore = async ({
  ids = [],
  status = 200,
  keeps = status === 200,
  refuses,
  asked: answered = 200,
}: StoreOptions) => {
  let questions = 0;
  const documents = new Map(ids.map((id) => [id, { _id: id }]));
  const transactions: z.infer<typeof transactionShape>[] = [];
  const answer = async (request: IncomingMessage): Promise<[status: number, body: unknown]> => {
    if (request.method === 'GET') {
      questions += 1;
      if (answered !== 200) return [answered, { error: {} }];
      const { pathname } = new URL(request.url ?? '/', 'http://store');
      const asked = decodeURIComponent(pathname.split('/').at(-1) ?? '').split(',');
      return [200, { documents: asked.flatMap((id) => documents.get(id) ?? []), omitted: [] }];
    }
    const bytes = await buffer(request);
    const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
    const transaction = transactionShape.parse(JSON.parse(text.toString()));
    transactions.push(transaction);
    if (refuses !== undefined && text.toString().includes(refuses)) return [422, { error: {} }];
    for (const { createIfNotExists } of transaction.mutations) {
      if (keeps) documents.set(createIfNotExists._id, createIfNotExists);
    }
    if (status === 200) return [200, { transactionId: transaction.transactionId, results: [] }];
    return [status, { error: { type: 'mutationError', description: 'ann@example.org' } }];
  };
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [code, body] = await answer(request);
    response
      .writeHead(code, { 'content-type': 'application/json', 'retry-after': '2' })
      .end(JSON.stringify(body));
  };
  const server = createServer((request, response) => void reply(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(stop);
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const client = createClient({
    projectId: 'test',
    dataset: 'test',
    apiVersion: '2026-05-01',
    apiHost: `http://127.0.0.1:${port}`,
    useProjectHostname: false,
    useCdn: false,
    token: 'secret',
  });
  const deliver = createSanityDeliver(client);
  const deliverOne = async (comment: HeldComment) => (await deliver([toPost(comment)]))[0];
  return { deliver, deliverOne, documents, transactions, stop, questions: () => questions };
};

const toPost = (comment: HeldComment): Operation => ({
  seq: 1,
  id: comment.id,
  attempts: 0,
  kind: 'post',
  comment,
});

const comment = heldComment({
  parentId: 'parent',
  website: 'https://a.example/',
  moderation: 'spam',
});
const privateId = `private.comment.${comment.id}`;

describe('createSanityDeliver', () => {
  test('makes the draft and the private part in one transaction named after the comment', async () => {
    const { deliverOne, transactions } = await startStore({ ids: ['article-x'] });
    expect(await deliverOne(comment)).toEqual({ status: 'delivered' });
    expect(transactions).toEqual([
      {
        transactionId: comment.id,
        mutations: [
          {
            createIfNotExists: {
              _id: `drafts.${comment.id}`,
              _type: 'comment',
              article: { _type: 'reference', _ref: 'article-x', _weak: true },
              parent: { _type: 'reference', _ref: 'parent', _weak: true },
              name: 'Ann',
              website: 'https://a.example/',
              source: 'Thank you.',
              body: comment.body,
              submittedAt: '2026-11-21T09:00:00.000Z',
              moderation: 'spam',
            },
          },
          {
            createIfNotExists: {
              _id: privateId,
              _type: 'privateComment',
              comment: comment.id,
              email: 'ann@example.org',
              ipHash: 'h4sh',
              reasons: ['Every comment is read first'],
              receivedAt: '2026-11-21T09:00:00.000Z',
            },
          },
        ],
      },
    ]);
  });

  test('does not bring back a draft that was delivered and approved since', async () => {
    const { deliverOne, transactions } = await startStore({
      ids: ['article-x', privateId, comment.id],
    });
    expect(await deliverOne(comment)).toEqual({ status: 'delivered' });
    expect(transactions).toEqual([]);
  });

  test('takes a conflict with its own earlier delivery for success', async () => {
    const { deliverOne } = await startStore({ ids: ['article-x'], status: 409, keeps: true });
    expect(await deliverOne(comment)).toEqual({ status: 'delivered' });
  });

  test('sets aside a comment on a page that is gone', async () => {
    const { deliverOne, transactions } = await startStore({});
    expect(await deliverOne(comment)).toMatchObject({ status: 'park' });
    expect(transactions).toEqual([]);
  });

  test.for([400, 409, 422])(
    'sets aside what is refused with %d, without quoting it',
    async (status) => {
      const { deliverOne } = await startStore({ ids: ['article-x'], status });
      expect(await deliverOne(comment)).toEqual({
        status: 'park',
        reason: `The store refused it (status ${status}).`,
      });
    },
  );

  test.for([401, 403, 500])('leaves %d to be tried again', async (status) => {
    const { deliverOne } = await startStore({ ids: ['article-x'], status });
    await expect(deliverOne(comment)).rejects.toMatchObject({ statusCode: status });
  });

  test.for([429, 503])('waits as long as the store asks with %d', async (status) => {
    const { deliverOne } = await startStore({ ids: ['article-x'], status });
    const refused = deliverOne(comment);
    await expect(refused).rejects.toBeInstanceOf(StoreBusy);
    await expect(refused).rejects.toMatchObject({ waitMs: 2000 });
  });

  test('asks no second time where the store asks for patience', async () => {
    const { deliverOne, questions } = await startStore({ asked: 429 });
    await expect(deliverOne(comment)).rejects.toBeInstanceOf(StoreBusy);
    expect(questions()).toBe(1);
  });

  test('makes many in one transaction, without those that are there or have no page', async () => {
    const [first, second, gone, known] = [
      heldComment(),
      heldComment(),
      heldComment({ articleId: 'article-gone' }),
      heldComment(),
    ];
    const ids = ['article-x', `private.comment.${known.id}`];
    const { deliver, transactions } = await startStore({ ids });
    const outcomes = await deliver([first, gone, second, known].map(toPost));
    expect(outcomes.map(({ status }) => status)).toEqual([
      'delivered',
      'park',
      'delivered',
      'delivered',
    ]);
    expect(transactions.map(({ mutations }) => mutations.length)).toEqual([4]);
  });

  test('where a group is refused, sets aside the culprit and delivers the others', async () => {
    const [good, bad] = [heldComment(), heldComment({ name: 'refuse me' })];
    const { deliver, documents } = await startStore({ ids: ['article-x'], refuses: 'refuse me' });
    expect(await deliver([good, bad].map(toPost))).toMatchObject([
      { status: 'delivered' },
      { status: 'park' },
    ]);
    expect([...documents.keys()]).toContain(`drafts.${good.id}`);
  });

  test('tells what one throws as its own outcome, and delivers the others', async () => {
    const { deliver, documents } = await startStore({ ids: ['article-x'] });
    // This store lists no answers: the removal cannot make sense of what it says.
    const odd: Operation = { seq: 2, id: 'odd', attempts: 0, kind: 'delete', place: undefined };
    expect(await deliver([odd, toPost(comment)])).toEqual([
      { status: 'later', reason: 'ZodError' },
      { status: 'delivered' },
    ]);
    expect([...documents.keys()]).toContain(`drafts.${comment.id}`);
  });

  test('throws what the network does', async () => {
    const { deliver, stop } = await startStore({ ids: ['article-x'] });
    const removal: Operation = { seq: 2, id: 'x', attempts: 0, kind: 'delete', place: undefined };
    await stop();
    await expect(deliver([removal])).rejects.toBeInstanceOf(TypeError);
    await expect(deliver([toPost(comment)])).rejects.toBeInstanceOf(TypeError);
  });

  test('publishes at once what was approved at once', async () => {
    const { deliverOne, documents } = await startStore({ ids: ['article-x'] });
    await deliverOne({ ...comment, approved: true, reasons: [] });
    expect([...documents.keys()]).toEqual(['article-x', comment.id, privateId]);
  });
});
