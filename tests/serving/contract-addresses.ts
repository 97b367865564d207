import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { SECURITY_HEADERS } from '../../site/serve/security-headers.ts';
import { ask } from '../fixtures/ask.ts';
import { put, startContractSite, type StartServing } from './contract-site.ts';

/** What every server says to addresses without a file, and what it passes on. */
export function addressesContract(start: StartServing): void {
  test('a page that is not there answers 404 with the page that says so', async () => {
    const { get } = await startContractSite(start);
    for (const path of [
      '/missing/',
      '/a/missing',
      '/empty/',
      '/empty',
      '/404.html',
      '/a/b/index.html.br',
      '/a/b/index.html.1.new',
      '/.git/config',
      // Another way to write an address is another address: each page has one.
      '//a/b/',
      '//a/b',
      '/a/b//',
      '/a//b/',
      '//index.html',
      '//old/',
      '//api/x',
      '/api//x',
      '/api',
      '/a/../a/b/',
      '/a/./b/',
      '/a/%2e%2e/a/b/',
      '/a/b/.',
      '/a%2fb/',
      '/a/b%2F',
      '/a%5cb/',
      '/a/b#x',
      '/missing/index.html',
      '/x%0dy/index.html',
      '/ext/',
      '/ROUND/',
    ]) {
      const { status, headers, body } = await get(path);
      expect({ path, status, body: body.toString() }).toEqual({
        path,
        status: 404,
        body: '<p>Missing</p>',
      });
      expect(headers).toMatchObject({
        ...SECURITY_HEADERS,
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
      });
    }
  });

  test('nothing outside the folder is reached', async () => {
    const { dir, get } = await startContractSite(start);
    writeFileSync(join(dirname(dir), 'secret'), 'secret');
    for (const path of [
      '/../secret',
      '/%2e%2e/secret',
      '/a/..%2f..%2fsecret',
      '/a%00',
      '/%',
      '/%zz',
      '/..',
    ]) {
      const { status, body } = await get(path);
      expect([400, 404], path).toContain(status);
      expect(body.toString()).not.toContain('secret');
    }
  });

  test('each page has one address', async () => {
    const { get } = await startContractSite(start);
    for (const [path, location] of [
      ['/a/b', '/a/b/'],
      ['/a/b?c=d&e', '/a/b/?c=d&e'],
      ['/a/b/index.html', '/a/b/'],
      ['/index.html?c', '/?c'],
    ] as const) {
      const { status, headers } = await get(path);
      expect({ path, status }).toEqual({ path, status: 301 });
      expect(headers).toMatchObject({ ...SECURITY_HEADERS, location });
    }
  });

  test('an address that has moved says where to', async () => {
    const { dir, get } = await startContractSite(start);
    put(dir, 'old/index.html', 'moved');
    const permanent = await get('/old/');
    expect(permanent.status).toBe(301);
    // Kept, it would lead in a circle from a page that moves back.
    const asked = { location: '/a/b/#part', 'cache-control': 'no-cache' };
    expect(permanent.headers).toMatchObject({ ...SECURITY_HEADERS, ...asked });
    for (const [path, location] of [
      ['/old/?a=$b', '/a/b/#part'],
      ['/OLD/', '/a/b/#part'],
      ['/EXT/', 'https://example.org/?a=%24b'],
    ] as const) {
      const { status, headers } = await get(path);
      expect({ path, status, location: headers.location }).toEqual({ path, status: 301, location });
    }
    const temporary = await get('/for-now/');
    expect(temporary.status).toBe(302);
    expect(temporary.headers).toMatchObject({
      location: 'https://example.org/',
      'cache-control': 'no-cache',
    });
  });

  test('refuses to change files', async () => {
    const { url } = await startContractSite(start);
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const { status, headers } = await ask(url, '/a/b/', { method });
      expect({ method, status }).toEqual({ method, status: 405 });
      expect(headers).toMatchObject({ ...SECURITY_HEADERS, allow: 'GET, HEAD' });
    }
  });

  test('passes on what is more than a file, with the address of the reader', async () => {
    const { url, get } = await startContractSite(start);
    const posted = await ask(url, '/api/comments?a=b', {
      method: 'POST',
      body: 'name=Ann',
      headers: { 'x-forwarded-for': '192.0.2.66' },
    });
    expect(JSON.parse(posted.body.toString())).toEqual({
      path: '/api/comments',
      query: '?a=b',
      address: '127.0.0.1',
      method: 'POST',
      body: 'name=Ann',
    });
    expect(posted.headers).toMatchObject({ ...SECURITY_HEADERS, 'cache-control': 'no-store' });
    const own = await get('/api/comments/yours/t?changed');
    expect(JSON.parse(own.body.toString())).toMatchObject({
      path: '/api/comments/yours/t',
      query: '?changed',
    });
  });
}
