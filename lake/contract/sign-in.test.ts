import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '@sanity/client';
import { openDatabase } from '../store/database.ts';
import { openLab, ORIGIN } from './lab.ts';
import type { Lab } from './lab.ts';

let lab: Lab;
let now = new Date('2026-01-01');
beforeAll(async () => {
  lab = await openLab({ clock: () => now });
});
afterAll(() => lab.end());

/** Follows a sign-in link as a browser would, without going on to the Studio. Node knows no `*.localhost`. */
function follow(link: string, method = 'GET'): Promise<Response> {
  const url = new URL(link);
  return fetch(`${lab.lake.url}${url.pathname}${url.search}`, { method, redirect: 'manual' });
}

async function trade(response: Response): Promise<Response> {
  const sid = new URL(response.headers.get('location') ?? 'http://x').hash.replace('#sid=', '');
  expect(sid.length).toBeGreaterThanOrEqual(20);
  return fetch(`${lab.lake.url}/v1/auth/fetch?sid=${sid}`);
}

describe('signing in', () => {
  test('a link gives a session once, and the session a token once', async () => {
    const link = lab.lake.signInLink();
    expect(new URL(link).hostname).toBe('lymphwise.localhost');
    expect((await follow(link, 'HEAD')).status).toBe(405);
    const first = await follow(link);
    expect(first.status).toBe(302);
    expect(first.headers.get('location')).toMatch(/^http:\/\/localhost:3333#sid=/);
    expect((await follow(link)).status).toBe(401);
    const traded = await trade(first);
    const { token, label }: { token: string; label: string } = JSON.parse(await traded.text());
    expect(label).toBe('Administrator');
    expect((await trade(first)).status).toBe(401);
    const me = await lab.request('/users/me', { headers: { authorization: `Bearer ${token}` } });
    expect(await me.json()).toMatchObject({
      name: 'Administrator',
      role: 'administrator',
      roles: [{ name: 'administrator' }],
    });
  });

  test('only a Studio on the list is sent a session, and a wrong one does not use the link up', async () => {
    const link = lab.lake.signInLink('https://evil.example');
    expect((await follow(link)).status).toBe(403);
    expect(
      (await follow(link.replace(/origin=.*/, `origin=${encodeURIComponent(ORIGIN)}`))).status,
    ).toBe(302);
  });

  test('a link, a session and a token end', async () => {
    const start = now;
    const link = lab.lake.signInLink();
    const response = await follow(lab.lake.signInLink());
    const token = lab.tokenFor('Ann', 'editor');
    const me = () => lab.request('/users/me', { headers: { authorization: `Bearer ${token}` } });
    expect((await me()).status).toBe(200);
    now = new Date(start.getTime() + 25 * 3_600_000);
    expect((await follow(link)).status).toBe(401);
    expect((await trade(response)).status).toBe(401);
    now = new Date(start.getTime() + 91 * 24 * 3_600_000);
    expect((await me()).status).toBe(401);
  });

  test('signing out ends the token', async () => {
    const headers = { authorization: `Bearer ${lab.tokenFor('Ann', 'editor')}` };
    expect((await lab.request('/auth/logout', { method: 'POST', headers })).status).toBe(204);
    expect((await lab.request('/users/me', { headers })).status).toBe(401);
  });

  test('no secret is stored as it is', async () => {
    const token = lab.tokenFor('Ann', 'editor');
    const db = openDatabase(lab.dir);
    const rows = JSON.stringify([
      db.prepare('SELECT * FROM tokens').all(),
      db.prepare('SELECT * FROM sign_in_codes').all(),
    ]);
    db.close();
    expect(rows).not.toContain(token);
  });
});

describe('roles', () => {
  test('a viewer reads drafts and writes nothing', async () => {
    await lab.client.create({ _id: 'drafts.x', _type: 'note' });
    const token = lab.tokenFor('Vic', 'viewer');
    const viewer = createClient({ ...lab.client.config(), token });
    expect(await viewer.getDocument('drafts.x')).toBeDefined();
    await expect(viewer.create({ _type: 'note' })).rejects.toMatchObject({ statusCode: 403 });
    await expect(viewer.assets.upload('file', Buffer.from('x'))).rejects.toMatchObject({
      statusCode: 403,
    });
  });

  test('the author of a change is who sent it', async () => {
    const token = lab.tokenFor('Eve', 'editor');
    const editor = createClient({ ...lab.client.config(), token });
    await editor.create({ _id: 'by-eve', _type: 'note' });
    const { id }: { id: string } = await editor.users.getById('me');
    const history = await lab.request('/data/history/production/transactions/by-eve');
    expect(await history.text()).toContain(`"author":"${id}"`);
  });
});

describe('settings of a person', () => {
  test('are kept for that person', async () => {
    const ann = { authorization: `Bearer ${lab.tokenFor('Ann', 'editor')}` };
    const bob = { authorization: `Bearer ${lab.tokenFor('Bob', 'editor')}` };
    const path = '/users/me/keyvalue';
    await lab.request(path, {
      method: 'PUT',
      headers: ann,
      body: JSON.stringify([{ key: 'a.b', value: { x: 1 } }]),
    });
    const read = async (headers: Record<string, string>) =>
      (await lab.request(`${path}/a.b,c`, { headers })).json();
    expect(await read(ann)).toEqual([{ key: 'a.b', value: { x: 1 } }]);
    expect(await read(bob)).toEqual([]);
  });
});
