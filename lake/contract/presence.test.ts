import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { openLab, ORIGIN, waitFor } from './lab.ts';
import type { Lab } from './lab.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.end());

type Frame = Record<string, unknown>;

/** A socket as the Studio opens one; undefined when the lake refuses it. */
async function open(token: string, origin = ORIGIN) {
  const url = `${lab.lake.url.replace('http', 'ws')}/v2022-06-30/socket/production`;
  const socket = new WebSocket(url, { origin });
  onTestFinished(() => socket.terminate());
  const frames: Frame[] = [];
  let refused = false;
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  socket.on('error', () => {
    refused = true;
  });
  await waitFor(() => socket.readyState === WebSocket.OPEN || refused || undefined);
  if (refused) return undefined;
  const ask = async (method: string, params: object = {}): Promise<unknown> => {
    const id = `${method}-${frames.length}`;
    socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    return (await waitFor(() => frames.find((frame) => frame['id'] === id)))['result'];
  };
  await ask('authorization', { authorization: `Bearer ${token}` });
  const told = (type: string) =>
    waitFor(() => frames.find((frame) => JSON.stringify(frame).includes(`"type":"${type}"`)));
  return { socket, frames, ask, told };
}

describe('presence', () => {
  test('is passed between people who are signed in, and ends with the socket', async () => {
    const ann = await open(lab.tokenFor('Ann', 'editor'));
    const bob = await open(lab.tokenFor('Bob', 'viewer'));
    const spy = await open('wrong');
    const subscription = await bob?.ask('presence_subscribe');
    expect(await spy?.ask('presence_subscribe')).toBeUndefined();
    await ann?.ask('presence_rollcall', { session: 's1' });
    expect(await bob?.told('rollCall')).toMatchObject({
      method: 'presence_subscription',
      params: { subscription, result: { session: 's1', i: expect.stringMatching(/^p/) } },
    });
    const data = { sessionId: 's1', locations: [{ type: 'document', documentId: 'a' }] };
    expect(await ann?.ask('presence_announce', { data })).toBe('ok');
    expect(await bob?.told('state')).toMatchObject({ params: { result: { m: data } } });
    ann?.socket.close();
    expect(await bob?.told('disconnect')).toMatchObject({
      params: { result: { m: { session: 's1' } } },
    });
    expect([...(spy?.frames ?? []), ...(ann?.frames ?? [])].filter(isNotification)).toEqual([]);
  });

  test('is closed to pages of other origins', async () => {
    expect(await open(lab.tokenFor('Ann', 'editor'), 'https://evil.example')).toBeUndefined();
  });

  test('answers nonsense with an error and stays open', async () => {
    const ann = await open(lab.tokenFor('Ann', 'editor'));
    ann?.socket.send('♥');
    ann?.socket.send('nonsense');
    ann?.socket.send('{"id":1,"method":5}');
    await waitFor(() => (ann?.frames.length ?? 0) >= 3 || undefined);
    expect(ann?.frames.slice(1)).toMatchObject([{ error: {} }, { id: 1, error: {} }]);
  });
});

function isNotification(frame: Frame): boolean {
  return frame['method'] === 'presence_subscription';
}
