import { createClient } from '@sanity/client';
import type { SanityClient } from '@sanity/client';
import { describe, expect, test } from 'vitest';

import { aComment } from '../comment.fixture.ts';
import type { ModeratedComment } from '../comment.ts';
import { aStore } from '../../../tests/fixtures/store.ts';
import { holds, seen, withComments } from '../store.fixture.ts';
import { carryOut, carryOutUndo } from './carry-out.ts';
import type { Outcome } from './carry-out.ts';
import type { Undo } from './undo.ts';
import type { Verdict } from './verdict.ts';

function undosOf(outcomes: readonly Outcome<unknown>[]): readonly Undo[] {
  return outcomes.flatMap((outcome) => (outcome.status === 'done' ? (outcome.undo ?? []) : []));
}

const statusesOf = (outcomes: readonly Outcome<unknown>[]) => outcomes.map(({ status }) => status);

/** Each document of a comment without what changes with every write. */
async function contentOf(client: SanityClient): Promise<unknown> {
  const found: Record<string, unknown>[] = await client.fetch('*[_type == "comment"] | order(_id)');
  return found.map(({ _rev, _updatedAt, ...content }) => content);
}

const answering = (id: string | undefined): object =>
  id === undefined ? {} : { parent: { _type: 'reference', _ref: id, _weak: true } };

async function approved(client: SanityClient, ids: readonly string[]) {
  await carryOut(client, 'approve', await withComments(client, ids));
  return seen(client);
}

const STEPS: readonly [
  Verdict,
  (client: SanityClient) => Promise<readonly ModeratedComment[]>,
  string[],
][] = [
  ['approve', (client) => withComments(client, ['a']), ['a']],
  ['spam', (client) => withComments(client, ['a']), ['drafts.a']],
  ['trash', (client) => withComments(client, ['a']), ['drafts.a']],
  ['restore', (client) => withComments(client, ['a'], { moderation: 'spam' }), ['drafts.a']],
  ['take-down', (client) => approved(client, ['a']), ['drafts.a']],
  ['spam', (client) => approved(client, ['a']), ['drafts.a']],
  ['trash', (client) => approved(client, ['a']), ['drafts.a']],
];

describe('carryOut and carryOutUndo', () => {
  test.for(STEPS)('%s, and back as it was', async ([verdict, begin, ids]) => {
    const client = await aStore();
    const comments = await begin(client);
    const before = await contentOf(client);
    const outcomes = await carryOut(client, verdict, comments);
    expect(statusesOf(outcomes)).toEqual(['done']);
    expect(await holds(client)).toEqual([...ids, 'private.comment.a']);
    const away = verdict === 'spam' || verdict === 'trash' ? verdict : undefined;
    expect((await seen(client))[0]?.moderation).toBe(away);
    expect(statusesOf(await carryOutUndo(client, undosOf(outcomes)))).toEqual(['done']);
    expect(await contentOf(client)).toEqual(before);
  });

  test('drops a change to an approved comment, and brings it back', async () => {
    const client = await aStore();
    await approved(client, ['a']);
    await client.create({ _id: 'drafts.a', _type: 'comment', name: 'changed' });
    const before = await contentOf(client);
    const change = (await seen(client)).filter(({ draft }) => draft);
    const outcomes = await carryOut(client, 'drop-change', change);
    expect((await seen(client)).map(({ name }) => name)).toEqual(['a']);
    await carryOutUndo(client, undosOf(outcomes));
    expect(await contentOf(client)).toEqual(before);
  });

  test('keeps a change that waits when the approved comment is taken down', async () => {
    const client = await aStore();
    await approved(client, ['a']);
    await client.create({ _id: 'drafts.a', _type: 'comment', name: 'changed' });
    const before = await contentOf(client);
    const [comment] = (await seen(client)).filter(({ draft }) => !draft);
    const outcomes = await carryOut(client, 'spam', comment ? [comment] : []);
    expect(await seen(client)).toMatchObject([
      { name: 'changed', moderation: 'spam', draft: true },
    ]);
    await carryOutUndo(client, undosOf(outcomes));
    expect(await contentOf(client)).toEqual(before);
  });

  test('deletes for good, with the private part and the past of both', async () => {
    const client = await aStore();
    const comments = await withComments(client, ['a', 'b'], { moderation: 'trash' });
    await client.delete('private.comment.b');
    const outcomes = await carryOut(client, 'delete', comments);
    expect(statusesOf(outcomes)).toEqual(['done', 'done']);
    expect(undosOf(outcomes)).toEqual([]);
    expect(await holds(client)).toEqual([]);
    const ids = 'drafts.a,private.comment.a,drafts.b';
    const past = await client.request({
      url: `/data/history/production/transactions/${ids}?excludeContent=true`,
    });
    expect(String(past)).not.toContain('mutations');
  });

  test('deletes with them the places of removed comments that hold nothing else', async () => {
    const client = await aStore();
    const transaction = client.transaction();
    for (const [id, parent, removed] of [
      ['real', undefined, false],
      ['top', 'real', true],
      ['middle', 'top', true],
      ['drafts.middle', 'top', true],
      ['held', 'top', true],
      ['other', 'held', false],
    ] as const) {
      transaction.create({
        _id: id,
        _type: 'comment',
        name: 'zz',
        submittedAt: '2026-11-20T10:00:00Z',
        ...answering(parent),
        ...(removed ? { removed } : {}),
      });
    }
    await transaction.commit();
    const put = (id: string, parent: string) =>
      withComments(client, [id], { moderation: 'trash', ...answering(parent) });
    await put('a', 'middle');
    await put('b', 'middle');
    const comments = (await put('c', 'held')).filter(({ moderation }) => moderation === 'trash');
    expect(statusesOf(await carryOut(client, 'delete', comments))).toEqual([
      'done',
      'done',
      'done',
    ]);
    expect(await holds(client)).toEqual(['held', 'other', 'real', 'top']);

    await client.delete('other');
    await carryOut(client, 'delete', (await put('d', 'held')).slice(0, 1));
    expect(await holds(client)).toEqual(['real']);
  });

  test('changes many, each 25 as one, and undoes them together', async () => {
    const client = await aStore();
    const ids = Array.from({ length: 60 }, (_, at) => `c${String(at).padStart(2, '0')}`);
    const comments = await withComments(client, ids);
    const steps: number[] = [];
    const outcomes = await carryOut(client, 'approve', comments, (through) => steps.push(through));
    expect(steps).toEqual([25, 50, 60]);
    expect((await seen(client)).every(({ draft }) => !draft)).toBe(true);
    await carryOutUndo(client, undosOf(outcomes));
    expect((await seen(client)).every(({ draft }) => draft)).toBe(true);
    expect(await seen(client)).toHaveLength(60);
  });

  test('leaves alone what somebody else was quicker with, and does the rest', async () => {
    const client = await aStore();
    const comments = await withComments(client, ['a', 'b', 'c', 'd']);
    const [, second, , fourth] = comments;
    await carryOut(client, 'spam', second ? [second] : []);
    await carryOut(client, 'approve', fourth ? [fourth] : []);
    const outcomes = await carryOut(client, 'trash', comments);
    expect(outcomes.filter(({ status }) => status === 'done').map(({ of }) => of.id)).toEqual([
      'a',
      'c',
    ]);
    const changed = outcomes.filter((outcome) => outcome.status === 'changed');
    expect(
      changed.map(({ of, now }) => [of.id, now?.draft?.['moderation'], now?.published?._id]),
    ).toEqual([
      ['b', 'spam', undefined],
      ['d', undefined, 'd'],
    ]);
  });

  test('is refused when somebody is quicker between looking and writing', async () => {
    const client = await aStore();
    const comments = await withComments(client, ['a', 'b', 'c']);
    let rivals = 1;
    const raced = intercept(client, async (path) => {
      if (!path.includes('/mutate/') || rivals === 0) return;
      rivals -= 1;
      await client.patch('drafts.b').set({ name: 'rewritten' }).commit();
    });
    const outcomes = await carryOut(raced, 'spam', comments);
    expect(outcomes.map(({ of, status }) => [of.id, status])).toEqual([
      ['a', 'done'],
      ['b', 'changed'],
      ['c', 'done'],
    ]);
    expect((await seen(client)).map(({ name, moderation }) => [name, moderation])).toEqual([
      ['a', 'spam'],
      ['c', 'spam'],
      ['rewritten', undefined],
    ]);
  });

  test.for([
    ['take-down', (client: SanityClient) => approved(client, ['a']), 'a'],
    ['approve', (client: SanityClient) => withComments(client, ['a']), 'drafts.a'],
    [
      'delete',
      (client: SanityClient) => withComments(client, ['a'], { moderation: 'trash' }),
      'drafts.a',
    ],
  ] as const)('%s is refused likewise', async ([verdict, begin, id]) => {
    const client = await aStore();
    const comments = await begin(client);
    let rivals = 1;
    const raced = intercept(client, async (path) => {
      if (path.includes('/query/') || rivals === 0) return;
      rivals -= 1;
      await client.patch(id).set({ name: 'rewritten' }).commit();
    });
    expect(statusesOf(await carryOut(raced, verdict, comments))).toEqual(['changed']);
    expect(await holds(client)).toEqual([id, 'private.comment.a'].toSorted());
  });

  test('says what somebody else made of a comment that was refused alone', async () => {
    const client = await aStore();
    const comments = await withComments(client, ['a']);
    let rivals = 1;
    const raced = intercept(client, async (path) => {
      if (!path.includes('/mutate/') || rivals === 0) return;
      rivals -= 1;
      await carryOut(client, 'approve', comments);
    });
    const outcomes = await carryOut(raced, 'spam', comments);
    expect(outcomes).toMatchObject([{ status: 'changed', now: { published: { _id: 'a' } } }]);
  });

  test('does not undo what has changed since', async () => {
    const client = await aStore();
    const outcomes = await carryOut(client, 'spam', await withComments(client, ['a', 'b']));
    await client.patch('drafts.a').unset(['moderation']).commit();
    expect(statusesOf(await carryOutUndo(client, undosOf(outcomes)))).toEqual(['changed', 'done']);
  });

  test('stops where the store does not answer, and says so of each', async () => {
    const client = createClient({
      projectId: 'lymphwise',
      dataset: 'production',
      apiVersion: '2026-05-01',
      useCdn: false,
      resolveFetch: () => async () => Response.json({ error: 'no' }, { status: 403 }),
    });
    const comments = Array.from({ length: 30 }, (_, at) => aComment({ id: `c${at}` }));
    const outcomes = await carryOut(client, 'approve', comments);
    expect(outcomes).toHaveLength(30);
    expect(new Set(statusesOf(outcomes))).toEqual(new Set(['failed']));
  });
});

/** The same client, which waits for something else before each request. */
function intercept(client: SanityClient, before: (path: string) => Promise<void>): SanityClient {
  return client.withConfig({
    resolveFetch: () => async (input, init) => {
      await before(new URL(input).pathname);
      return fetch(input, init);
    },
  });
}
