import { describe, expect, test } from 'vitest';
import { ask } from '../../tests/fixtures/ask.ts';
import { aServedFolder } from '../../tests/fixtures/served-folder.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { listen } from './listen.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { createStaticFiles } from './static-files.ts';

describe('listen', () => {
  test('a route goes before the files, and its answer is as guarded as theirs', async () => {
    const url = await aServedFolder(temporaryFolder(), {
      route: (path, query) => () => Response.json({ path, query }),
    });
    const { headers, body } = await ask(url, '/a%20b?c=d');
    expect(JSON.parse(body.toString())).toEqual({ path: '/a b', query: '?c=d' });
    expect(headers).toMatchObject(SECURITY_HEADERS);
  });

  test('a handler may say more strictly what a browser may do', async () => {
    const policy = { 'content-security-policy': "default-src 'none'" };
    const route = () => (): Response => new Response('', { headers: policy });
    const url = await aServedFolder(temporaryFolder(), { route });
    expect((await ask(url, '/')).headers).toMatchObject(policy);
  });

  test('a handler that fails answers 500, and tells the reader nothing of it', async () => {
    const url = await aServedFolder(temporaryFolder(), {
      route: () => () => {
        throw new Error('secret');
      },
    });
    const { status, headers, body } = await ask(url, '/');
    expect(status).toBe(500);
    expect(body.toString()).not.toContain('secret');
    expect(headers).toMatchObject(SECURITY_HEADERS);
  });

  test('a request whose host is no name answers 400', async () => {
    const url = await aServedFolder(temporaryFolder(), { route: () => () => new Response('') });
    expect((await ask(url, '/', { headers: { host: 'a b' } })).status).toBe(400);
  });

  test('says what to do when the port is taken', async () => {
    const dir = temporaryFolder();
    const { port } = new URL(await aServedFolder(dir));
    const files = createStaticFiles(dir);
    const options = { proxies: 0, files, route: () => undefined, log: () => undefined };
    await expect(listen({ host: '127.0.0.1', port: Number(port), ...options })).rejects.toThrow(
      /SITE_PORT/,
    );
  });
});
