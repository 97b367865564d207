import { describe, expect, test } from 'vitest';

import { aComment } from '../comment.fixture.ts';
import { aStore } from '../../../tests/fixtures/store.ts';
import { holds, seen, withComments } from '../store.fixture.ts';
import { carryOut, carryOutUndo } from '../verdicts/carry-out.ts';
import { sendReply, toReplyDocument, toReplying } from './reply.ts';

const reply = {
  id: 'e1',
  name: ' Eve ',
  text: 'Thank you, *Ann*.',
  submittedAt: '2026-11-21T10:00:00.000Z',
};

describe('toReplying', () => {
  test.for([
    [{}, 'approves'],
    [{ draft: false }, 'yes'],
    [{ moderation: 'spam' }, 'no'],
    [{ draft: false, removed: true }, 'no'],
    [{ articleId: undefined }, 'no'],
  ] as const)('%o: %s', ([change, expected]) => {
    expect(toReplying(aComment(change))).toBe(expected);
  });
});

describe('toReplyDocument', () => {
  test('is a public comment by an editor, on the same page', () => {
    expect(toReplyDocument(aComment(), reply)).toMatchObject({
      _id: 'e1',
      _type: 'comment',
      article: { _ref: 'article-sleep', _weak: true },
      parent: { _ref: 'c1', _weak: true },
      name: 'Eve',
      body: [
        { children: [{ text: 'Thank you, ' }, { text: 'Ann', marks: ['em'] }, { text: '.' }] },
      ],
      byEditor: true,
    });
  });
});

describe('sendReply', () => {
  test('approves a comment that waits, then answers it; both can be undone', async () => {
    const client = await aStore();
    const [comment = aComment()] = await withComments(client, ['a']);
    const outcome = await sendReply(client, comment, reply);
    expect(await holds(client)).toEqual(['a', 'e1', 'private.comment.a']);
    await carryOutUndo(client, outcome.status === 'done' ? outcome.undos : []);
    expect(await holds(client)).toEqual(['drafts.a', 'private.comment.a']);
  });

  test('is there once when it is sent twice', async () => {
    const client = await aStore();
    await carryOut(client, 'approve', await withComments(client, ['a']));
    const [comment = aComment()] = await seen(client);
    await sendReply(client, comment, reply);
    await sendReply(client, comment, reply);
    expect(await holds(client)).toEqual(['a', 'e1', 'private.comment.a']);
  });

  test('publishes nothing where the comment has changed', async () => {
    const client = await aStore();
    const [comment = aComment()] = await withComments(client, ['a']);
    await client.patch('drafts.a').set({ name: 'rewritten' }).commit();
    expect((await sendReply(client, comment, reply)).status).toBe('changed');
    expect(await holds(client)).toEqual(['drafts.a', 'private.comment.a']);
  });
});
