import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ask, type Answer } from '../../tests/fixtures/ask.ts';
import { aServedFolder } from '../../tests/fixtures/served-folder.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import type { StaticFilesOptions } from './static-files.ts';

const LONG = `<p>${'A long page. '.repeat(100)}</p>`;

async function aSite(options: StaticFilesOptions = {}) {
  const root = temporaryFolder();
  const dir = join(root, 'public');
  mkdirSync(join(dir, 'a'), { recursive: true });
  mkdirSync(join(dir, 'empty'));
  writeFileSync(join(root, 'secret'), 'secret');
  writeFileSync(join(dir, 'a/index.html'), LONG);
  writeFileSync(join(dir, '404.html'), '<p>Missing</p>');
  const url = await aServedFolder(dir, options);
  const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    ask(url, path, { headers });
  return { root, dir, url, get };
}

describe('createStaticFiles', () => {
  test.for([
    '/missing/',
    '/empty/',
    '/empty',
    '/%2e%2e/secret',
    '/../secret',
    '/..%2fsecret',
    '//a/',
    '/%ff',
    '/a%00/',
    '/a/index.html/',
    '/404.html',
    '/a/index.html.br',
    '/a/index.html.123.new',
  ])('%s is 404 with the page that says so', async (path) => {
    const { dir, get } = await aSite();
    writeFileSync(join(dir, 'a/index.html.br'), 'compressed');
    writeFileSync(join(dir, 'a/index.html.123.new'), 'half');
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body.toString()).toBe('<p>Missing</p>');
  });

  test('an address longer than a disk takes is 404', async () => {
    const { get } = await aSite();
    expect((await get(`/${'long'.repeat(1000)}/`)).status).toBe(404);
  });

  test('says in words that there is no page where not even that page is', async () => {
    const { dir, get } = await aSite();
    rmSync(join(dir, '404.html'));
    expect((await get('/missing/')).body.toString()).toBe('There is no such page.\n');
  });

  test('has one address for each page', async () => {
    const { get } = await aSite();
    expect((await get('/a?b=c')).headers.location).toBe('/a/?b=c');
    expect((await get('/a/index.html')).headers.location).toBe('/a/');
  });

  test('serves the folder that a link leads to, from the moment it is switched', async () => {
    const root = temporaryFolder();
    for (const name of ['one', 'two']) {
      mkdirSync(join(root, name));
      writeFileSync(join(root, name, 'index.html'), name);
    }
    symlinkSync('one', join(root, 'current'));
    const url = await aServedFolder(join(root, 'current'));
    expect((await ask(url, '/')).body.toString()).toBe('one');
    symlinkSync('two', join(root, 'next'));
    renameSync(join(root, 'next'), join(root, 'current'));
    expect((await ask(url, '/')).body.toString()).toBe('two');
  });

  test('compresses what has no compressed file beside it, for the next reader', async () => {
    const { get } = await aSite();
    const compressed = async (): Promise<Answer> => get('/a/', { 'accept-encoding': 'gzip' });
    await expect.poll(async () => (await compressed()).headers['content-encoding']).toBe('gzip');
    expect(gunzipSync((await compressed()).body).toString()).toBe(LONG);
  });

  test('a compressed file of an older version is not sent', async () => {
    const { dir, get } = await aSite();
    const file = join(dir, 'a/index.html');
    writeFileSync(`${file}.br`, 'stale');
    utimesSync(`${file}.br`, 1, 1);
    const read = async (): Promise<Answer> => get('/a/', { 'accept-encoding': 'br' });
    await expect.poll(async () => (await read()).headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync((await read()).body).toString()).toBe(LONG);
  });

  test('a tag stands for the bytes it came with, and each of them is known again', async () => {
    const { get } = await aSite();
    const plain = await get('/a/');
    const read = async (): Promise<Answer> => get('/a/', { 'accept-encoding': 'br' });
    await expect.poll(async () => (await read()).headers['content-encoding']).toBe('br');
    const tags = [plain.headers.etag ?? '', (await read()).headers.etag ?? ''];
    expect(new Set(tags).size).toBe(2);
    for (const etag of tags) {
      const again = await get('/a/', { 'accept-encoding': 'br', 'if-none-match': etag });
      expect(again.status).toBe(304);
      expect(again.headers.etag).toBe(etag);
    }
  });

  test.for([{ largestKept: 10 }, { memory: 10 }, {}])(
    'serves the same with %o to keep files in',
    async (options) => {
      const { url, get } = await aSite(options);
      const whole = await get('/a/');
      expect(whole.body.toString()).toBe(LONG);
      expect(whole.headers['content-length']).toBe(String(LONG.length));
      expect((await get('/a/', { range: 'bytes=3-8' })).body.toString()).toBe('A long');
      expect((await get('/a/', { range: 'bytes=9999-' })).status).toBe(416);
      const etag = whole.headers.etag ?? '';
      expect((await get('/a/', { 'if-none-match': etag })).status).toBe(304);
      const head = await ask(url, '/a/', { method: 'HEAD' });
      expect(head.headers).toMatchObject({ etag, 'content-length': String(LONG.length) });
      expect(head.body.byteLength).toBe(0);
    },
  );
});
