import { describe, expect, test } from 'vitest';

import { BEFORE } from '../comments/change.ts';
import { aMailRoom, ANN, SOON_MS } from './mail-room.fixture.ts';
import { linkIn } from './read-mail.fixture.ts';

const URGENT_MS = 2 * 60_000;
const QUARTER_MS = 15 * 60_000;

describe('createModeratorMail', () => {
  test('tells of a comment within a minute: its words, why it is held, what to do', async () => {
    const room = await aMailRoom();
    await room.post({
      email: ANN,
      name: 'Ann\r\nBcc: victim@other.example',
      text: 'See [here](https://spam.example/).\n\n<script>alert(1)</script>',
    });
    expect(await room.settled()).toBe(0);
    room.later(SOON_MS);
    const mail = await room.mails(1);
    expect(mail.to).toEqual(['mo@editors.example']);
    expect(mail.subject).toBe('A comment waits for you: On lymph');
    expect(mail.text).toContain(
      'Ann Bcc: victim@other.example commented on “On lymph” on 21 November 2026:',
    );
    expect(mail.text).toContain('> See here (https://spam.example/).\n>\n> <script>');
    expect(mail.text).toContain('Why it is held: First comment.');
    expect(linkIn(mail.text, 'All comments that wait, in the Studio')).toBe(
      'https://studio.example/comments/pending',
    );
    expect(mail.html).not.toContain('<script');
    expect(mail.headers['bcc']).toBeUndefined();
    expect(mail.source).not.toContain(ANN);
  });

  test('gathers further ones into one mail a quarter of an hour later', async () => {
    const room = await aMailRoom();
    room.settings.moderators = ['mo@editors.example', 'mia@editors.example'];
    await room.post({ email: ANN, text: 'First.' });
    room.later(SOON_MS);
    await room.mails(2);
    for (const text of ['Second.', 'Third.']) {
      await room.post({ email: ANN, text });
      room.later(SOON_MS);
    }
    expect(await room.settled()).toBe(2);
    room.later(QUARTER_MS);
    const mail = await room.mails(4);
    expect(room.server.mails.map(({ to }) => to[0])).toEqual([
      'mo@editors.example',
      'mia@editors.example',
      'mo@editors.example',
      'mia@editors.example',
    ]);
    expect(mail.subject).toBe('2 comments wait for you');
    expect(mail.text).toMatch(/> Second\.[^]*> Third\./);
    expect(mail.text).not.toContain('First.');
    room.later(QUARTER_MS);
    expect(await room.settled()).toBe(4);
  });

  test('does not forget what came while a mail was under way', async () => {
    const room = await aMailRoom();
    const late = await room.write({ email: ANN, text: 'Late.' });
    await room.post({ email: ANN, text: 'Early.' });
    room.server.onTaken = () => room.mail.came([{ id: late, private: {} }]);
    room.later(SOON_MS);
    expect((await room.mails(1)).text).not.toContain('Late.');
    expect(await room.settled()).toBe(1);
    room.later(QUARTER_MS);
    expect((await room.mails(2)).text).toContain('> Late.');
  });

  test('leaves out what has been decided meanwhile, and sends nothing when that is all', async () => {
    const room = await aMailRoom();
    const approved = await room.post({ email: ANN });
    await room.approve(approved);
    room.later(SOON_MS);
    expect(await room.settled()).toBe(0);
    room.later(QUARTER_MS);
    expect(await room.settled()).toBe(0);
  });

  test('tells again of what was public and waits once more', async () => {
    const room = await aMailRoom();
    const id = await room.post({ email: ANN });
    room.later(SOON_MS);
    await room.mails(1);
    await room.approve(id);
    await room.client.action({
      actionType: 'sanity.action.document.unpublish',
      draftId: `drafts.${id}`,
      publishedId: id,
    });
    room.mail.came([{ id, private: {} }]);
    room.later(QUARTER_MS);
    expect((await room.mails(2)).subject).toBe('A comment waits for you: On lymph');
  });

  test('quotes twenty of many, and counts the rest', async () => {
    const room = await aMailRoom();
    for (let count = 0; count < 23; count += 1) await room.post({ email: ANN });
    room.later(SOON_MS);
    const mail = await room.mails(1);
    expect(mail.subject).toBe('23 comments wait for you');
    expect(mail.text.match(/^> Thank you\.$/gm)).toHaveLength(20);
    expect(mail.text).toContain('3 more comments wait.');
  });

  test('tells of what may be an emergency within minutes, before the rest, and in the subject', async () => {
    const room = await aMailRoom();
    await room.post({ email: ANN });
    room.later(SOON_MS);
    await room.mails(1);
    for (let count = 0; count < 22; count += 1) await room.post({ email: ANN });
    const id = await room.post({ email: ANN, text: 'Help.', emergency: true });
    room.later(SOON_MS);
    expect(await room.settled()).toBe(1);
    room.later(URGENT_MS);
    const mail = await room.mails(2);
    expect(mail.subject).toBe('Perhaps an emergency. 23 comments wait for you');
    expect(mail.text).toMatch(/^[^>]*> Help\.\s+Why it is held: May be an emergency: “help”;/);
    room.mail.came([{ id, emergency: true, private: {} }]);
    room.later(QUARTER_MS);
    expect(await room.settled()).toBe(2);
  });

  test('still puts first what its author has changed since', async () => {
    const room = await aMailRoom();
    await room.post({ email: ANN });
    const id = await room.post({ email: ANN, text: 'Changed.', emergency: true });
    const [reason] = (await room.client.getDocument(`private.comment.${id}`))?.['reasons'] ?? [];
    const reasons = [`${BEFORE}${reason}`];
    await room.client.patch(`private.comment.${id}`).set({ reasons }).commit();
    room.later(SOON_MS);
    expect((await room.mails(1)).text).toMatch(/^[^>]*> Changed\./);
  });

  test('tells again of what its author has changed into what may be an emergency', async () => {
    const room = await aMailRoom();
    const id = await room.post({ email: ANN });
    room.later(SOON_MS);
    await room.mails(1);
    room.mail.came([{ id, emergency: true, private: {} }]);
    room.later(URGENT_MS);
    expect((await room.mails(2)).subject).toBe('A comment waits for you: On lymph');
  });

  test('does not tell of spam, nor twice of what is delivered twice', async () => {
    const room = await aMailRoom();
    const id = await room.write({ email: ANN });
    room.mail.came([{ id, moderation: 'spam', private: { notify: true } }]);
    const held = await room.post({ email: ANN });
    room.later(SOON_MS);
    await room.mails(1);
    await room.restart();
    room.mail.came([{ id: held, private: {} }]);
    room.later(QUARTER_MS);
    expect(await room.settled()).toBe(1);
  });
});
