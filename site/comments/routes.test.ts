import { describe, expect, test } from 'vitest';

import type { ReaderPage } from '../text/reader-page.ts';
import { createRouter } from './routes.ts';

const SITE = 'https://lymph.example';
const ROUTES = ['', 'ticket', 'yours', 'your-data', 'confirm', 'moderate', 'unsubscribe'];

const pages: ReaderPage[] = [];

const handle = createRouter({
  routes: Object.fromEntries(ROUTES.map((name) => [name, async () => new Response('answered')])),
  renderPage: async (page) => {
    pages.push(page);
    return '<!doctype html>';
  },
  siteOrigin: SITE,
  commentsUrl: '/api/comments',
  log: () => {},
});

const send = (name: string, method: string, headers: Record<string, string> = {}) => {
  const path = name === '' ? '' : `/${name}/token`;
  return handle(new Request(`${SITE}/api/comments${path}`, { method, headers }), '192.0.2.1');
};

const keeping = async (method: string, accept: string) => {
  const { headers } = await send('nothing', method, { accept, origin: SITE });
  return headers.get('cache-control');
};

describe('createRouter', () => {
  test.for([
    ['', 'POST'],
    ['ticket', 'GET, HEAD'],
    ['yours', 'GET, HEAD, POST'],
    ['your-data', 'GET, HEAD, POST'],
    ['confirm', 'GET, HEAD, POST'],
    ['moderate', 'GET, HEAD, POST'],
    ['unsubscribe', 'GET, HEAD, POST'],
  ] as const)('at %o takes %s and says so', async ([name, allowed]) => {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const response = await send(name, method);
      const isTaken = allowed.split(', ').includes(method);
      expect([method, response.status]).toEqual([method, isTaken ? 200 : 405]);
      expect(response.headers.get('allow')).toBe(isTaken ? null : allowed);
      const answer = isTaken ? /^answered$/ : name === '' ? /nothing to read/ : `takes ${allowed}`;
      expect(await response.text()).toMatch(method === 'HEAD' ? /^$/ : answer);
    }
  });

  test.for(ROUTES.filter((name) => !['ticket', 'unsubscribe'].includes(name)))(
    'lets no other site post to %o',
    async (name) => {
      const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
      expect((await send(name, 'POST', headers)).status).toBe(403);
      expect((await send(name, 'POST', { origin: SITE })).status).toBe(200);
    },
  );

  test('lets mail services end mail from wherever they are', async () => {
    const origin = 'https://mail.example';
    expect((await send('unsubscribe', 'POST', { origin })).status).toBe(200);
  });

  test('lets browsers keep the page that answers a form, and nothing else', async () => {
    expect(await keeping('POST', 'text/html')).toBe('private, max-age=0');
    expect(await keeping('GET', 'text/html')).toBe('no-store');
    expect(await keeping('POST', 'application/json')).toBe('no-store');
  });

  test.for([
    ['', 405],
    ['nothing', 404],
  ] as const)('leads whoever opens %o on to the front page', async ([name, status]) => {
    expect((await send(name, 'GET', { accept: 'text/html' })).status).toBe(status);
    expect(pages.at(-1)).toMatchObject({ title: 'There is nothing here', link: { href: '/' } });
  });

  test('leads nobody away from what they have written', async () => {
    await send('nothing', 'POST', { accept: 'text/html', origin: SITE });
    expect(pages.at(-1)).not.toHaveProperty('link');
  });

  test('has nothing at other addresses', async () => {
    for (const name of ['constructor', 'nothing']) {
      expect((await send(name, 'GET')).status).toBe(404);
    }
  });
});
