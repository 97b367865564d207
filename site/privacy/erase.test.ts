import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import { aStore } from '../../tests/fixtures/store.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { createSanityDeliver } from '../comments/deliver-to-sanity.ts';
import { startDelivery } from '../comments/delivery.ts';
import { heldComment } from '../comments/held-comment.fixture.ts';
import { openForTest, post } from '../comments/outbox.fixture.ts';
import { eraseAddress, eraseComments, resumeErasures } from './erase.ts';
import { openErasures } from './erasures.ts';
import { commentIdsOf, storedAbout } from './personal-data.ts';

const now = new Date('2026-11-20T12:00:00Z');

const toReference = (ref: string) => ({ _type: 'reference', _ref: ref, _weak: true });

async function anErasableStore() {
  const dir = temporaryFolder();
  const client = await aStore(join(dir, 'lake'));
  const erasures = openErasures(join(dir, 'erasures.sqlite'));
  onTestFinished(() => erasures.close());
  const forgotten: string[] = [];
  const traces = {
    idsOf: () => [],
    eraseComments: (ids: readonly string[]) => void forgotten.push(...ids),
    eraseAddress: (email: string) => void forgotten.push(email),
  };
  let minute = 0;
  const add = async (id: string, email: string, parent?: string): Promise<void> => {
    minute += 1;
    const name = id.startsWith('drafts.') ? 'Held Person' : 'Public Person';
    await client
      .transaction()
      .create({
        _id: id,
        _type: 'comment',
        article: toReference('article-1'),
        ...(parent !== undefined && { parent: toReference(parent) }),
        name,
        body: [{ _type: 'block', _key: 'a', children: [{ _type: 'span', text: 'unmistakable' }] }],
        submittedAt: new Date(Date.UTC(2026, 10, 1, 0, minute)).toISOString(),
      })
      .create({
        _id: `private.comment.${id.replace('drafts.', '')}`,
        _type: 'privateComment',
        email,
      })
      .commit();
  };
  const left = (): Promise<string[]> => client.fetch('*[_type match "*omment"]._id | order(@)');
  const filesWith = (trace: string): string[] =>
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file).includes(trace));
  return { client, erasures, traces, forgotten, add, left, filesWith };
}

describe('eraseAddress', () => {
  test('erases what came from an address, everywhere, and nothing else', async () => {
    const store = await anErasableStore();
    await store.add('public', 'Ann@One.Example');
    await store.add('drafts.held', 'ann@one.example');
    await store.add('other', 'bo@two.example');
    const options = { ...store, now };
    expect(await eraseAddress('ann@one.example', options)).toBe(2);
    expect(await store.left()).toEqual(['other', 'private.comment.other']);
    expect(store.forgotten).toEqual(['ann@one.example', 'held', 'public']);
    // The words' index writes a word without the letters it shares with the one before.
    await expect.poll(() => store.filesWith('one.example')).toEqual([]);
    expect(store.filesWith('two.example')).not.toEqual([]);
    expect(await eraseAddress('ann@one.example', options)).toBe(0);
  });

  test('leaves the place of a comment that others have answered, without a word of it', async () => {
    const store = await anErasableStore();
    await store.add('first', 'ann@one.example');
    await store.add('answer', 'bo@two.example', 'first');
    await eraseAddress('ann@one.example', { ...store, now });
    expect(await store.client.getDocument('first')).toMatchObject({
      article: { _ref: 'article-1' },
      name: 'Removed',
      body: [],
      removed: true,
    });
    expect(await store.left()).toEqual(['answer', 'first', 'private.comment.answer']);
  });

  test('leaves nothing of a chain of answers to oneself, not even for a moment', async () => {
    const store = await anErasableStore();
    const chain = ['c', 'a', 'e', 'b', 'd'];
    for (const [at, id] of chain.entries()) await store.add(id, 'ann@one.example', chain[at - 1]);
    const asked: string[] = [];
    const client = store.client.withConfig({
      resolveFetch: () => async (input, init) => {
        asked.push(new URL(input).pathname);
        return fetch(input, init);
      },
    });
    expect(await eraseAddress('ann@one.example', { ...store, client, now })).toBe(5);
    expect(await store.left()).toEqual([]);
    expect(asked.filter((path) => path.includes('/mutate/'))).toEqual([]);
  });

  test('leaves of such a chain what the answer of somebody else hangs on', async () => {
    const store = await anErasableStore();
    await store.add('a', 'ann@one.example');
    await store.add('b', 'ann@one.example', 'a');
    await store.add('c', 'ann@one.example', 'b');
    await store.add('other', 'bo@two.example', 'b');
    await eraseAddress('ann@one.example', { ...store, now });
    expect(await store.left()).toEqual(['a', 'b', 'other', 'private.comment.other']);
    await eraseAddress('bo@two.example', { ...store, now });
    expect(await store.left()).toEqual([]);
  });
});

describe('eraseComments', () => {
  test.for([
    ['public', 'public'],
    ['held', 'drafts.held'],
  ] as const)('erases a %s comment, and no other from its address', async ([id, documentId]) => {
    const store = await anErasableStore();
    await store.add(documentId, 'ann@one.example');
    await store.add('other', 'ann@one.example');
    await eraseComments([id], { ...store, now });
    expect(await store.left()).toEqual(['other', 'private.comment.other']);
    expect(store.forgotten).toEqual([id]);
    expect(store.erasures.all()).toEqual([id]);
    expect(store.erasures.unfinished()).toEqual([]);
  });
});

describe('eraseAddress during a delivery', () => {
  test('erases what the delivery had read before, and brings into the store after', async () => {
    const store = await anErasableStore();
    await store.client.create({ _id: 'article-x', _type: 'article' });
    const outbox = openForTest();
    const comment = heldComment();
    await post(outbox, comment);
    const deliver = createSanityDeliver(store.client);
    const [begun, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const arrived: unknown[] = [];
    const delivery = startDelivery({
      outbox,
      async deliver(operations) {
        begun.resolve();
        await held.promise;
        const outcomes = await deliver(operations);
        arrived.push(await store.left());
        return outcomes;
      },
      now: () => new Date(),
      log: () => {},
    });
    await begun.promise;
    const traces = { ...store.traces, idsOf: outbox.idsOf, eraseComments: outbox.erase };
    expect(await eraseAddress(comment.private.email, { ...store, traces, now })).toBe(1);
    held.resolve();
    await expect
      .poll(() => arrived)
      .toEqual([[`drafts.${comment.id}`, `private.comment.${comment.id}`], []]);
    await expect.poll(() => outbox.state().waiting).toBe(0);
    await delivery.stop();
    expect(store.filesWith(comment.private.email)).toEqual([]);
  });
});

describe('resumeErasures', () => {
  test('finishes what was begun', async () => {
    const store = await anErasableStore();
    await store.add('public', 'ann@one.example');
    store.erasures.begin([{ id: 'public', parent: undefined, tombstone: undefined }], now);
    expect(await resumeErasures({ ...store, now })).toBe(1);
    expect(await store.left()).toEqual([]);
    expect(await resumeErasures({ ...store, now })).toBe(0);
  });

  test('leaves no empty place of what was cut short, and hung below another', async () => {
    const store = await anErasableStore();
    await store.add('a', 'ann@one.example');
    await store.add('b', 'ann@one.example', 'a');
    await store.client.patch('a').set({ removed: true }).commit();
    const removal = { id: 'b', parent: 'a', tombstone: undefined };
    store.erasures.begin([removal], now);
    expect(store.erasures.unfinished()).toEqual([removal]);
    await store.client.delete('b');
    await store.client.delete('private.comment.a');
    expect(await resumeErasures({ ...store, now })).toBe(1);
    expect(await store.left()).toEqual([]);
  });

  test('erases again what a backup brought back', async () => {
    const store = await anErasableStore();
    await store.add('public', 'ann@one.example');
    await store.add('answer', 'bo@two.example', 'public');
    await eraseAddress('ann@one.example', { ...store, now });
    await store.client.delete('public');
    await store.add('public', 'ann@one.example');
    expect(await resumeErasures({ ...store, now })).toBe(1);
    expect(await store.client.getDocument('public')).toMatchObject({ removed: true });
    expect(await store.left()).toEqual(['answer', 'private.comment.answer', 'public']);
  });
});

describe('storedAbout', () => {
  test('gives every document of the address, the private parts too', async () => {
    const store = await anErasableStore();
    await store.add('public', 'ann@one.example');
    await store.add('drafts.held', 'ann@one.example');
    await store.add('other', 'bo@two.example');
    const ids = await commentIdsOf(store.client, 'ANN@one.example');
    const documents = await storedAbout(store.client, ids);
    expect(new Set(documents.map(({ _id }) => _id))).toEqual(
      new Set(['drafts.held', 'private.comment.held', 'private.comment.public', 'public']),
    );
  });
});
