import { describe, expect, test } from 'vitest';

import { createAuthorHistory } from '../comments/author-history.ts';
import { aMailRoom, ANN, type Room } from './mail-room.fixture.ts';
import { linkIn } from './read-mail.fixture.ts';

const DAY_MS = 86_400_000;
const PRESS = 'action=confirm';

/** Ann's public comment, and the links with which she confirms her address and ends all mail. */
async function aQuestion() {
  const room = await aMailRoom();
  room.settings.moderators = [];
  const id = await room.post({ email: ANN, notify: true });
  const { text, headers } = await room.mails(1);
  await room.approve(id);
  const end = /<(.*)>/.exec(headers['list-unsubscribe']?.[0] ?? '')?.[1] ?? '';
  return { room, link: linkIn(text, 'Confirm this address'), end };
}

/** Whether a comment with Ann's address is trusted, from a browser with this cookie. */
async function isTrusted(room: Room, cookie = ''): Promise<boolean> {
  const { browsers, client } = room;
  const request = new Request('https://lymphwise.example/api/comments', { headers: { cookie } });
  const since = browsers.knownSince(request, ANN, room.now());
  const history = await createAuthorHistory(client)(ANN, since);
  return history?.verified === true && history.approved > 0;
}

const toCookie = ([setCookie = '']: readonly string[]): string => setCookie.split(';')[0] ?? '';

describe('createConfirmRoute', () => {
  test('makes the browser known in which the button is pressed, and no other', async () => {
    const { room, link } = await aQuestion();
    const question = await room.visit(link);
    expect(question.cookies).toEqual([]);
    expect(JSON.stringify(question.page)).toContain('by a cookie');
    const done = await room.visit(link, PRESS);
    const cookie = toCookie(done.cookies);
    expect(await isTrusted(room, cookie)).toBe(true);
    expect(await isTrusted(room)).toBe(false);
    const again = await room.visit(link, undefined, cookie);
    expect(again).toMatchObject({ page: { title: 'Your address is confirmed' }, cookies: [] });
  });

  test('promises no mail that was ended', async () => {
    const { room, link, end } = await aQuestion();
    const { page } = await room.visit(link, PRESS);
    expect(JSON.stringify(page)).toContain('You will get a mail when somebody answers');
    await room.visit(end, 'List-Unsubscribe=One-Click');
    room.pass(60_000);
    const again = await room.visit(link, PRESS);
    expect(JSON.stringify(again.page)).toContain('none will come');
    expect(JSON.stringify(again.page)).not.toContain('You will get a mail');
  });

  test('asks in another browser, and makes it known beside the first', async () => {
    const { room, link } = await aQuestion();
    const first = toCookie((await room.visit(link, PRESS)).cookies);
    room.pass(60_000);
    expect((await room.visit(link)).page).toMatchObject({ kind: 'ask' });
    const second = toCookie((await room.visit(link, PRESS)).cookies);
    expect([await isTrusted(room, first), await isTrusted(room, second)]).toEqual([true, true]);
  });

  test('lets a browser be known long after, by a mail to the owner alone', async () => {
    const { room, link } = await aQuestion();
    const first = toCookie((await room.visit(link, PRESS)).cookies);
    const before = await room.settled();
    room.pass(100 * DAY_MS);
    await room.post({ email: ANN, notify: true });
    expect(await room.settled()).toBe(before);
    await room.post({ email: ANN, notify: true, elsewhere: true });
    const mail = await room.mails(before + 1);
    expect(mail).toMatchObject({ to: [ANN], subject: 'Was this you? On lymph' });
    const another = linkIn(mail.text, 'Make the browser known');
    expect((await room.visit(another, undefined, first)).cookies).toEqual([]);
    const second = toCookie((await room.visit(another, PRESS)).cookies);
    expect([await isTrusted(room, first), await isTrusted(room, second)]).toEqual([true, true]);
  });

  test('sends few such mails, until the owner answers one', async () => {
    const { room, link } = await aQuestion();
    await room.visit(link, PRESS);
    const before = await room.settled();
    let last = '';
    const comeDaily = async (): Promise<number> => {
      for (let day = 0; day < 5; day += 1) {
        for (let count = 0; count < 2; count += 1) {
          await room.post({ email: ANN, notify: true, elsewhere: true });
        }
        await room.settled();
        last = room.server.mails.at(-1)?.text ?? '';
        room.pass(DAY_MS);
      }
      return room.settled();
    };
    expect(await comeDaily()).toBe(before + 3);
    await room.visit(linkIn(last, 'Make the browser known'), PRESS);
    expect(await comeDaily()).toBe(before + 6);
  });

  test('gives no trust back to a browser from before the mail was ended', async () => {
    const { room, link, end } = await aQuestion();
    const first = toCookie((await room.visit(link, PRESS)).cookies);
    room.pass(1000);
    await room.visit(end, '');
    expect(await isTrusted(room, first)).toBe(false);
    room.pass(1000);
    const second = toCookie((await room.visit(link, PRESS)).cookies);
    expect([await isTrusted(room, first), await isTrusted(room, second)]).toEqual([false, true]);
  });
});
