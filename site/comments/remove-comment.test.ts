import type { SanityClient } from '@sanity/client';
import { describe, expect, onTestFinished, test } from 'vitest';

import { openLab } from '../../lake/contract/lab.ts';
import { aStore } from '../../tests/fixtures/store.ts';
import { carryOutRemoval, planRemoval, removeComment } from './remove-comment.ts';

const known = { article: 'article-x', parent: null, submittedAt: '2026-11-01T00:00:00Z' };
const standing = {
  article: { _type: 'reference', _ref: 'article-y', _weak: true },
  submittedAt: '2026-11-02T00:00:00Z',
};

/** A store with a public comment of these fields, its private part and, where wanted, an answer to it. */
const storeWith = async (fields: object, answered = true) => {
  const lab = await openLab();
  onTestFinished(() => lab.end());
  const client = lab.client.withConfig({ perspective: 'raw' });
  const transaction = client
    .transaction()
    .create({ _id: 'it', _type: 'comment', name: 'Ann', ...fields })
    .create({ _id: 'private.comment.it', _type: 'privateComment', comment: 'it' });
  if (answered) {
    const parent = { _type: 'reference', _ref: 'it', _weak: true };
    transaction.create({ _id: 'answer', _type: 'comment', parent });
  }
  await transaction.commit();
  const left = () => client.fetch<string[]>('*[_type match "*omment"]._id | order(@)');
  return { client, left };
};

describe('removeComment', () => {
  test('leaves nothing of a comment that nobody has answered', async () => {
    const { client, left } = await storeWith(standing, false);
    await removeComment(client, 'it', known);
    expect(await left()).toEqual([]);
  });

  test.for([
    { what: 'is whole', fields: standing, place: undefined, article: 'article-y' },
    { what: 'is whole, and known', fields: standing, place: known, article: 'article-y' },
    {
      what: 'answers something malformed',
      fields: { ...standing, parent: 'nobody' },
      place: known,
      article: 'article-y',
    },
    { what: 'has lost its article', fields: {}, place: known, article: 'article-x' },
    {
      what: 'has a malformed article',
      fields: { ...standing, article: { _ref: 7 } },
      place: known,
      article: 'article-x',
    },
  ])('leaves a tombstone where the comment $what', async ({ fields, place, article }) => {
    const { client, left } = await storeWith(fields);
    await removeComment(client, 'it', place);
    expect(await left()).toEqual(['answer', 'it']);
    const stone = await client.getDocument('it');
    expect(stone).toMatchObject({ removed: true, article: { _ref: article } });
    expect(stone).not.toHaveProperty('parent');
  });

  test('removes a comment whose place nobody knows, without a tombstone', async () => {
    const { client, left } = await storeWith({});
    await removeComment(client, 'it');
    expect(await left()).toEqual(['answer']);
  });

  test('may be repeated', async () => {
    const { client, left } = await storeWith(standing);
    for (let count = 0; count < 2; count += 1) await removeComment(client, 'it', known);
    expect(await left()).toEqual(['answer', 'it']);
  });
});

const toReference = (ref: string) => ({ _type: 'reference', _ref: ref, _weak: true });

/** A store with a discussion: of each id, which comment it answers; some of them removed already. */
const aDiscussion = async (
  parents: Readonly<Record<string, string | undefined>>,
  removed: readonly string[] = [],
) => {
  const client = await aStore();
  const transaction = client.transaction();
  for (const [id, parent] of Object.entries(parents)) {
    transaction.create({
      _id: id,
      _type: 'comment',
      name: id,
      ...standing,
      ...(parent !== undefined && { parent: toReference(parent) }),
      ...(removed.includes(id) && { removed: true }),
    });
  }
  await transaction.commit();
  const left = () => client.fetch<string[]>('*[_type == "comment"]._id | order(@)');
  return { client, left };
};

/** The same client, which notes what it asks for: `doc`, `query`, `actions`. */
const noting = (client: SanityClient, asked: string[]): SanityClient =>
  client.withConfig({
    resolveFetch: () => async (input, init) => {
      asked.push(new URL(input).pathname.split('/')[3] ?? '');
      return fetch(input, init);
    },
  });

describe('removeComment, below tombstones', () => {
  test('takes the tombstone with it that nothing else hangs on', async () => {
    const { client, left } = await aDiscussion({ a: undefined, b: 'a' });
    await removeComment(client, 'a');
    expect(await left()).toEqual(['a', 'b']);
    await removeComment(client, 'b');
    expect(await left()).toEqual([]);
  });

  test('takes those above it, up to a comment, or to a tombstone with another answer', async () => {
    const chain = { a: undefined, b: 'a', c: 'b', d: 'c', e: 'd' };
    const below = await aDiscussion(chain, ['b', 'c', 'd']);
    await removeComment(below.client, 'e');
    expect(await below.left()).toEqual(['a']);

    const beside = await aDiscussion({ ...chain, other: 'b' }, ['a', 'b', 'c', 'd']);
    await removeComment(beside.client, 'e');
    expect(await beside.left()).toEqual(['a', 'b', 'other']);
  });

  test('waits for the last of the answers; one that is held does not count', async () => {
    const { client, left } = await aDiscussion(
      { a: undefined, b: 'a', c: 'a', 'drafts.held': 'a' },
      ['a'],
    );
    await removeComment(client, 'b');
    expect(await left()).toEqual(['a', 'c', 'drafts.held']);
    await removeComment(client, 'c');
    expect(await left()).toEqual(['drafts.held']);
  });

  test.for([
    ['held', { a: undefined, 'drafts.it': 'a' }, undefined],
    ['gone', { a: undefined }, { ...known, parent: 'a' }],
  ] as const)('does so for an answer that is %s', async ([, parents, place]) => {
    const { client, left } = await aDiscussion(parents, ['a']);
    await removeComment(client, 'it', place);
    expect(await left()).toEqual([]);
  });

  test('takes what an editor began to change about a tombstone', async () => {
    const { client, left } = await aDiscussion({ a: undefined, 'drafts.a': undefined, b: 'a' }, [
      'a',
      'drafts.a',
    ]);
    await removeComment(client, 'b');
    expect(await left()).toEqual([]);
  });

  test('ends where editors have led answers in a circle', async () => {
    const { client, left } = await aDiscussion({ a: 'b', b: 'a', c: 'a' }, ['a', 'b']);
    await removeComment(client, 'c');
    expect(await left()).toEqual(['a', 'b']);
  });

  test('is not misled by a query that still lists what is gone', async () => {
    const { client, left } = await aDiscussion({ a: undefined, b: 'a' }, ['a']);
    const behind = client.withConfig({
      resolveFetch: () => async (input, init) =>
        input.includes('/query/') ? Response.json({ result: ['gone'] }) : fetch(input, init),
    });
    await removeComment(behind, 'b');
    expect(await left()).toEqual([]);
  });

  test('asks no more than before about a comment that stands alone', async () => {
    const { client } = await aDiscussion({ a: undefined });
    const asked: string[] = [];
    await removeComment(noting(client, asked), 'a');
    expect(asked.toSorted()).toEqual(['actions', 'doc', 'doc', 'query']);
  });
});

describe('carryOutRemoval', () => {
  const chain = { a: undefined, b: 'a', c: 'b' };

  test.for([
    ['has not begun', async () => {}],
    ['was cut short', (client: SanityClient) => client.delete('b')],
  ] as const)(
    'leaves no tombstone where the last answer went since, and it %s',
    async ([, cut]) => {
      const { client, left } = await aDiscussion(chain, ['a']);
      const removal = await planRemoval(client, 'b');
      expect(removal.tombstone).toBeDefined();
      await cut(client);
      await removeComment(client, 'c');
      await carryOutRemoval(client, removal);
      expect(await left()).toEqual([]);
    },
  );

  test('removes all of it or nothing', async () => {
    const { client, left } = await aDiscussion({ a: undefined, b: 'a' }, ['a']);
    const asked: string[] = [];
    await removeComment(noting(client, asked), 'b');
    expect(await left()).toEqual([]);
    expect(asked.filter((each) => each === 'actions' || each === 'mutate')).toEqual(['actions']);
  });
});
