import { describe, expect, test } from 'vitest';

import { aConfirmedComment, aMailRoom, ANN, type Room } from './mail-room.fixture.ts';
import { linkIn } from './read-mail.fixture.ts';

const DAY_MS = 86_400_000;

const privatePart = (room: Room, id: string) => room.client.getDocument(`private.comment.${id}`);

describe('createCommenterMail', () => {
  test('asks an address once, without a word of the comment, and confirms by a button', async () => {
    const room = await aMailRoom();
    room.settings.moderators = [];
    const id = await room.post({
      email: ANN,
      name: 'Buy now',
      text: 'At spam.example',
      notify: true,
    });
    const mail = await room.mails(1);
    expect(mail).toMatchObject({ to: [ANN], subject: 'Confirm your address: On lymph' });
    expect(mail.source).not.toMatch(/Buy now|spam\.example/);
    const link = linkIn(mail.text, 'Confirm this address');
    expect((await room.visit(link)).page).toMatchObject({ kind: 'ask' });
    expect(await privatePart(room, id)).not.toHaveProperty('verifiedAt');
    const earlier = await room.write({ email: 'Ann@Reader.Example' });
    expect((await room.visit(link, 'action=confirm')).page).toMatchObject({
      title: 'Your address is confirmed',
      paragraphs: ['You will get a mail when your comment is public.', expect.anything()],
    });
    for (const each of [id, earlier]) {
      expect(await privatePart(room, each)).toMatchObject({ verifiedAt: room.now().toISOString() });
    }
    await room.post({ email: ANN, notify: true });
    expect(await room.settled()).toBe(1);
  });

  test('does not let anybody fill a mailbox with questions', async () => {
    const room = await aMailRoom();
    room.settings.moderators = [];
    for (let day = 0; day < 6; day += 1) {
      for (let count = 0; count < 3; count += 1) await room.post({ email: ANN, notify: true });
      await room.settled();
      room.pass(DAY_MS);
    }
    expect(await room.settled()).toBe(3);
  });

  test('tells of a comment from a browser that is not known once its owner says that it was theirs', async () => {
    const room = await aMailRoom();
    await aConfirmedComment(room);
    const id = await room.post({ email: ANN, notify: true, elsewhere: true });
    const { subject, text } = await room.mails(1);
    expect(subject).toBe('Was this you? On lymph');
    await room.approve(id);
    expect(await room.settled()).toBe(1);
    await room.visit(linkIn(text, 'Make the browser known'), 'action=confirm');
    const answer = await room.write({ email: 'bo@reader.example', name: 'Bo', parent: id });
    await room.approve(answer);
    expect((await room.mails(2)).subject).toBe('An answer to your comment: On lymph');
  });

  test('tells once that a comment is public, and of each answer but their own', async () => {
    const room = await aMailRoom();
    const id = await aConfirmedComment(room);
    await room.approve(id);
    const mail = await room.mails(1);
    expect(mail).toMatchObject({ to: [ANN], subject: 'Your comment is public: On lymph' });
    expect(linkIn(mail.text, 'See your comment')).toBe(
      `https://lymphwise.example/benefits/x/#comment-${id}`,
    );
    expect(mail.headers['list-unsubscribe-post']).toEqual(['List-Unsubscribe=One-Click']);
    await room.tell(id);
    await room.restart();
    await room.tell(id);
    expect(await room.settled()).toBe(1);

    const answer = await room.write({
      email: 'bo@reader.example',
      name: 'Bo',
      text: 'Yes.',
      parent: id,
    });
    await room.approve(answer);
    const told = await room.mails(2);
    expect(told).toMatchObject({ to: [ANN], subject: 'An answer to your comment: On lymph' });
    expect(told.text).toMatch(
      /^Bo has answered your comment on “On lymph” at Lymphwise:\n\n> Yes\./,
    );
    expect(told.source).not.toContain('bo@reader.example');
    expect(told.headers['in-reply-to']).toEqual(mail.headers['message-id']);

    const own = await room.write({ email: 'ANN@reader.example', parent: id });
    await room.approve(own);
    const further = await room.write({ email: 'cy@reader.example', parent: answer });
    await room.approve(further);
    expect(await room.settled()).toBe(2);
  });

  test('tells of an editor’s answer, who has no address', async () => {
    const room = await aMailRoom();
    const id = await aConfirmedComment(room);
    await room.client.create({
      _id: 'editor-answer',
      _type: 'comment',
      article: { _type: 'reference', _ref: 'article-x', _weak: true },
      parent: { _type: 'reference', _ref: id, _weak: true },
      name: 'Mo',
      byEditor: true,
      body: [],
      submittedAt: '2026-11-21T10:00:00.000Z',
    });
    await room.tell('editor-answer');
    expect((await room.mails(1)).text).toMatch(/^Mo, an editor of the site, has answered/);
  });

  test('sends nothing to an address that was not confirmed, or did not ask', async () => {
    const room = await aMailRoom();
    room.settings.moderators = [];
    const unconfirmed = await room.post({ email: ANN, notify: true });
    await room.mails(1);
    const silent = await room.post({ email: 'bo@reader.example' });
    for (const id of [unconfirmed, silent]) {
      await room.approve(id);
      await room.approve(await room.write({ email: 'cy@reader.example', parent: id }));
    }
    expect(await room.settled()).toBe(1);
  });

  test('does not tell authors what they saw themselves', async () => {
    const room = await aMailRoom();
    await aConfirmedComment(room);
    const id = await room.write({ email: ANN, notify: true });
    room.mail.came([{ id, approved: true, private: { notify: true } }]);
    await room.approve(id);
    expect(await room.settled()).toBe(0);
    await room.approve(await room.write({ email: 'bo@reader.example', parent: id }));
    await room.mails(1);
  });

  test('announces once what was approved while the site was down, and nothing from before', async () => {
    const room = await aMailRoom();
    const id = await aConfirmedComment(room);
    await room.restart(() =>
      room.client.action({
        actionType: 'sanity.action.document.publish',
        draftId: `drafts.${id}`,
        publishedId: id,
      }),
    );
    room.pass(6 * DAY_MS);
    await room.tell(id);
    expect(await room.settled()).toBe(0);
    room.pass(-6 * DAY_MS);
    await room.tell(id);
    await room.mails(1);
  });
});
