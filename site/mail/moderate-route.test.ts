import { describe, expect, test } from 'vitest';

import { aMailRoom, ANN, SOON_MS } from './mail-room.fixture.ts';
import { linkIn } from './read-mail.fixture.ts';

const DAY_MS = 86_400_000;

async function aMailedComment() {
  const room = await aMailRoom();
  const id = await room.post({ email: ANN, text: 'Thank you, *all*.' });
  room.later(SOON_MS);
  const { text } = await room.mails(1);
  return {
    room,
    id,
    approve: linkIn(text, 'Approve the comment by Ann'),
    spam: linkIn(text, 'Mark the comment by Ann as spam'),
    actionOf: async (url: string) => {
      const { page } = await room.visit(url);
      if (page.kind !== 'ask') throw new Error(`Not a question: ${page.kind}`);
      return `action=${encodeURIComponent(page.choices[0]?.action ?? '')}`;
    },
  };
}

describe('createModerateRoute', () => {
  test('show the comment and ask; only the button approves it, and once', async () => {
    const { room, id, approve, actionOf } = await aMailedComment();
    const { status, page } = await room.visit(approve);
    expect(status).toBe(200);
    expect(page).toMatchObject({
      kind: 'ask',
      title: 'Approve this comment?',
      comment: { name: 'Ann', body: [{ children: [{}, { text: 'all', marks: ['em'] }, {}] }] },
    });
    expect(await room.client.getDocument(id)).toBeUndefined();
    const action = await actionOf(approve);
    expect((await room.visit(approve, action)).page).toMatchObject({ title: 'Approved' });
    expect(await room.client.getDocument(id)).toMatchObject({ name: 'Ann' });
    expect((await room.visit(approve, action)).page).toMatchObject({
      title: 'It is public already',
    });
  });

  test('show all of the words, also where their form is not known', async () => {
    const { room, id, approve } = await aMailedComment();
    const text = `${'A long comment. '.repeat(200)}The end.`;
    const body = [{ _type: 'unknown', _key: 'a', children: [{ text }] }];
    await room.client.patch(`drafts.${id}`).set({ body }).commit();
    const { page } = await room.visit(approve);
    expect(page).toMatchObject({ comment: { body: [{ children: [{ text }] }] } });
  });

  test('mark as spam, and say what somebody else decided meanwhile', async () => {
    const { room, id, approve, spam, actionOf } = await aMailedComment();
    const approveAction = await actionOf(approve);
    expect((await room.visit(spam, await actionOf(spam))).page).toMatchObject({
      title: 'Marked as spam',
    });
    expect(await room.client.getDocument(`drafts.${id}`)).toMatchObject({ moderation: 'spam' });
    expect((await room.visit(approve, approveAction)).page).toMatchObject({
      title: 'It is in spam already',
      link: { href: 'https://studio.example/comments/pending' },
    });
    await room.client.patch(`drafts.${id}`).set({ moderation: 'trash' }).commit();
    expect((await room.visit(spam)).page).toMatchObject({ title: 'It is in the trash' });
    await room.client.delete(`drafts.${id}`);
    expect((await room.visit(spam)).page).toMatchObject({ title: 'It is gone' });
  });

  test('ask again when the words have changed since they were shown', async () => {
    const { room, id, approve, actionOf } = await aMailedComment();
    const action = await actionOf(approve);
    await room.client.patch(`drafts.${id}`).set({ name: 'Somebody else' }).commit();
    const { status, page } = await room.visit(approve, action);
    expect(status).toBe(409);
    expect(page).toMatchObject({ kind: 'ask', comment: { name: 'Somebody else' } });
    expect(await room.client.getDocument(id)).toBeUndefined();
    expect((await room.visit(approve, await actionOf(approve))).page).toMatchObject({
      title: 'Approved',
    });
  });

  test('do nothing when forged, used for something else, or older than 14 days', async () => {
    const { room, id, approve, spam, actionOf } = await aMailedComment();
    const action = await actionOf(approve);
    expect((await room.visit(`${approve}x`, action)).status).toBe(410);
    await expect(room.visit(spam, action)).rejects.toMatchObject({ status: 400 });
    room.pass(14 * DAY_MS + 1);
    expect((await room.visit(approve, action)).status).toBe(410);
    expect(await room.client.getDocument(id)).toBeUndefined();
  });
});
