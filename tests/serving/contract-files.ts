import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { POLICIES, SECURITY_HEADERS } from '../../site/serve/security-headers.ts';
import { ask } from '../fixtures/ask.ts';
import {
  compressBeside,
  PAGE,
  put,
  startContractSite,
  type StartServing,
} from './contract-site.ts';

const TEXTS = ['css', 'html', 'js', 'json', 'svg', 'txt', 'xml'] as const;
const TYPES = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  avif: 'image/avif',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'application/xml; charset=utf-8',
  other: 'application/octet-stream',
} as const;

/** How every server sends a file that is there. */
export function filesContract(start: StartServing): void {
  test('sends pages, whole and guarded', async () => {
    const { get } = await startContractSite(start);
    for (const path of ['/', '/a/b/', '/a/b/?query']) {
      const { status, headers, body } = await get(path);
      expect(status).toBe(200);
      expect(body.toString()).toBe(PAGE);
      expect(headers).toMatchObject({
        ...SECURITY_HEADERS,
        'content-type': 'text/html; charset=utf-8',
        'content-length': String(PAGE.length),
        'cache-control': 'no-cache',
        vary: expect.stringMatching(/^accept-encoding$/i),
      });
      expect(headers['content-encoding']).toBeUndefined();
    }
  });

  test('answers HEAD with the same headers and no body', async () => {
    const { url } = await startContractSite(start);
    const { status, headers, body } = await ask(url, '/a/b/', { method: 'HEAD' });
    expect(status).toBe(200);
    expect(headers).toMatchObject({ ...SECURITY_HEADERS, 'content-length': String(PAGE.length) });
    expect(body.byteLength).toBe(0);
  });

  test('a file that needs another policy has its own', async () => {
    const { dir, get } = await startContractSite(start);
    for (const [path, policy] of Object.entries(POLICIES)) {
      put(dir, path, 'x');
      const { headers } = await get(path);
      expect(headers).toMatchObject({ ...SECURITY_HEADERS, 'content-security-policy': policy });
    }
  });

  test('each kind of file has its type', async () => {
    const { dir, get } = await startContractSite(start);
    for (const [end, type] of Object.entries(TYPES)) {
      put(dir, `kinds/x.${end}`, 'x');
      expect((await get(`/kinds/x.${end}`)).headers, end).toMatchObject({ 'content-type': type });
    }
  });

  test('what changes its name with its content is kept for ever', async () => {
    const { get } = await startContractSite(start);
    for (const path of ['/assets/page.abc.css', '/images/x.webp']) {
      const { headers } = await get(path);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
    const missing = await get('/assets/gone.css');
    expect(missing.headers['cache-control']).toBe('no-cache');
  });

  test('says 304 to those who have it, by tag or by time', async () => {
    const { get } = await startContractSite(start);
    const { headers } = await get('/a/b/');
    const { etag = '', 'last-modified': time = '' } = headers;
    expect(etag).toMatch(/^"[^"]+"$/);
    for (const condition of [
      { 'if-none-match': etag },
      { 'if-none-match': `"other", W/${etag}` },
      { 'if-modified-since': time },
    ]) {
      const answer = await get('/a/b/', condition);
      expect(answer.status).toBe(304);
      expect(answer.body.byteLength).toBe(0);
      expect(answer.headers).toMatchObject({
        ...SECURITY_HEADERS,
        etag,
        'cache-control': 'no-cache',
      });
    }
    expect((await get('/a/b/', { 'if-none-match': '"other"' })).status).toBe(200);
    const later = new Date(Date.parse(time) + 1000).toUTCString();
    const earlier = new Date(Date.parse(time) - 1000).toUTCString();
    expect((await get('/a/b/', { 'if-modified-since': later })).status).toBe(304);
    expect((await get('/a/b/', { 'if-modified-since': earlier })).status).toBe(200);
  });

  test('sends a range of bytes', async () => {
    const { get } = await startContractSite(start);
    const size = PAGE.length;
    const { etag = '' } = (await get('/a/b/')).headers;
    for (const [range, first, last] of [
      ['bytes=0-9', 0, 9],
      [`bytes=${size - 4}-`, size - 4, size - 1],
      ['bytes=-4', size - 4, size - 1],
      ['bytes=10-999999', 10, size - 1],
    ] as const) {
      const { status, headers, body } = await get('/a/b/', { range, 'if-range': etag });
      expect(status).toBe(206);
      expect(headers).toMatchObject({
        ...SECURITY_HEADERS,
        'content-range': `bytes ${first}-${last}/${size}`,
        'content-length': String(last - first + 1),
      });
      expect(body.toString()).toBe(PAGE.slice(first, last + 1));
    }
    const outside = await get('/a/b/', { range: `bytes=${size}-` });
    expect(outside.status).toBe(416);
    expect(outside.headers['content-range']).toBe(`bytes */${size}`);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      // nginx sends them twice with this one answer.
      expect(outside.headers[name]).toContain(value);
    }
    const changed = await get('/a/b/', { range: 'bytes=0-9', 'if-range': '"other"' });
    expect(changed.status).toBe(200);
  });

  test('sends what was compressed beforehand, and only to those who take it', async () => {
    const { dir, get, codings } = await startContractSite(start);
    for (const end of TEXTS) {
      const text = `${end} `.repeat(300);
      put(dir, `kinds/x.${end}`, text);
      compressBeside(join(dir, `kinds/x.${end}`));
      for (const coding of codings) {
        const { headers, body } = await get(`/kinds/x.${end}`, { 'accept-encoding': coding });
        expect(headers, end).toMatchObject({
          'content-type': TYPES[end],
          'content-encoding': coding,
          'content-length': String(body.byteLength),
          vary: expect.stringMatching(/^accept-encoding$/i),
        });
        expect(decompressed(coding, body)).toBe(text);
        const file = join(dir, `kinds/x.${end}${coding === 'br' ? '.br' : '.gz'}`);
        expect(body.equals(readFileSync(file)), `${end} ${coding}`).toBe(true);
        const { etag = '' } = headers;
        const again = { 'accept-encoding': coding, 'if-none-match': etag };
        expect((await get(`/kinds/x.${end}`, again)).status).toBe(304);
      }
      const plain = await get(`/kinds/x.${end}`);
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.body.toString()).toBe(text);
    }
  });

  test('prefers brotli where it has both', async () => {
    const { dir, get, codings } = await startContractSite(start);
    compressBeside(join(dir, 'a/b/index.html'));
    const { headers } = await get('/a/b/', { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect(headers['content-encoding']).toBe(codings[0]);
  });

  test('a page that changes is new for the very next reader', async () => {
    const { dir, get } = await startContractSite(start);
    const before = await get('/a/b/');
    for (let turn = 0; turn < 20; turn += 1) {
      const text = `version ${String(turn).padStart(3, '0')}`;
      put(dir, 'a/b/index.html', text);
      const { body } = await get('/a/b/', { 'if-none-match': before.headers.etag ?? '' });
      expect(body.toString()).toBe(text);
    }
  });
}

function decompressed(coding: 'br' | 'gzip', bytes: Buffer): string {
  return (coding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)).toString();
}
