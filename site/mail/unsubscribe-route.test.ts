import { describe, expect, test } from 'vitest';

import { aConfirmedComment, aMailRoom, ANN, type Room } from './mail-room.fixture.ts';
import { linkIn } from './read-mail.fixture.ts';

const DAY_MS = 86_400_000;

const unsubscribeLink = (room: Room): string =>
  /<(.*)>/.exec(room.server.mails.at(-1)?.headers['list-unsubscribe']?.[0] ?? '')?.[1] ?? '';

const privatePart = (room: Room, id: string) => room.client.getDocument(`private.comment.${id}`);

describe('createUnsubscribeRoute', () => {
  test('asks in a browser; one POST of a mail program ends all mail to the address', async () => {
    const room = await aMailRoom();
    const id = await aConfirmedComment(room);
    await room.approve(id);
    await room.mails(1);
    const link = unsubscribeLink(room);
    expect((await room.visit(link)).page).toMatchObject({ kind: 'ask' });
    expect(await privatePart(room, id)).not.toHaveProperty('unsubscribedAt');
    for (let count = 0; count < 2; count += 1) {
      const { status, page } = await room.visit(link, 'List-Unsubscribe=One-Click');
      expect(status).toBe(200);
      expect(page).toMatchObject({ title: 'No more mail' });
    }
    await room.approve(await room.write({ email: 'bo@reader.example', parent: id }));
    expect(await room.settled()).toBe(1);
  });

  test('can be taken back by asking for mail anew, for new comments only', async () => {
    const room = await aMailRoom();
    const id = await aConfirmedComment(room);
    await room.approve(id);
    await room.mails(1);
    await room.visit(unsubscribeLink(room), '');
    room.pass(1000);
    const second = await room.post({ email: ANN, notify: true });
    const mail = await room.mails(2);
    await room.visit(linkIn(mail.text, 'Confirm this address'), 'action=confirm');
    await room.approve(await room.write({ email: 'bo@reader.example', parent: id }));
    expect(await room.settled()).toBe(2);
    await room.approve(second);
    expect(await room.mails(3)).toMatchObject({ subject: 'Your comment is public: On lymph' });
  });

  test('ends the questions too, where nobody confirmed', async () => {
    const room = await aMailRoom();
    room.settings.moderators = [];
    await room.post({ email: ANN, notify: true });
    await room.mails(1);
    await room.visit(unsubscribeLink(room), 'List-Unsubscribe=One-Click');
    room.pass(DAY_MS);
    await room.post({ email: ANN, notify: true });
    expect(await room.settled()).toBe(1);
  });
});
