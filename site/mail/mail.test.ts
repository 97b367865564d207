import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { aMailRoom, ANN, SOON_MS } from './mail-room.fixture.ts';
import { startMailServer } from './smtp-server.fixture.ts';

const DAY_MS = 86_400_000;

describe('startMail', () => {
  test('sends each mail once when a server that was away is there again', async () => {
    const away = await startMailServer();
    await away.stop();
    const room = await aMailRoom(away);
    await room.post({ email: ANN, notify: true });
    await expect.poll(() => room.log).toHaveLength(1);
    const server = await startMailServer({}, away.port);
    await room.restart();
    room.later(SOON_MS);
    await expect.poll(() => server.mails).toHaveLength(2);
    room.later(DAY_MS);
    await room.restart();
    expect(server.mails.map(({ to: [to] }) => to)).toEqual([ANN, 'mo@editors.example']);
    expect(room.log.join()).not.toMatch(/@|Ann|Thank/);
  });

  test('keeps no address, name or text in its file, and forgets what is erased', async () => {
    const room = await aMailRoom();
    room.server.answer = { stage: 'DATA', status: 451 };
    const id = await room.post({ email: ANN, name: 'Canary', text: 'canary words', notify: true });
    room.later(SOON_MS);
    await expect.poll(() => room.log).toHaveLength(2);
    const holds = (trace: RegExp): boolean =>
      readdirSync(join(room.dir, 'site')).some((name) =>
        trace.test(readFileSync(join(room.dir, 'site', name), 'latin1')),
      );
    expect(holds(new RegExp(id))).toBe(true);
    expect(holds(/\.example|canary/i)).toBe(false);
    room.mail.traces.eraseComments([id]);
    room.mail.traces.eraseAddress(ANN);
    expect(holds(new RegExp(id))).toBe(false);
    expect(room.log.join()).not.toMatch(/@|canary/i);
  });
});
