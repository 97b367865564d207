import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { createStaticFiles } from './static-files.ts';

function aSite() {
  const root = temporaryFolder();
  const dir = join(root, 'public');
  mkdirSync(join(dir, 'a'), { recursive: true });
  writeFileSync(join(root, 'secret'), 'secret');
  writeFileSync(join(dir, 'a/index.html'), '<p>A</p>');
  writeFileSync(join(dir, '404.html'), '<p>Missing</p>');
  const answer = createStaticFiles(() => dir);
  const get = (path: string, headers: Record<string, string> = {}): Response =>
    answer(new Request(`http://localhost${path}`, { headers }));
  return { dir, answer, get };
}

describe('createStaticFiles', () => {
  test('answers a page with its type and a validator', async () => {
    const { get } = aSite();
    const response = get('/a/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toBe('<p>A</p>');
    const etag = response.headers.get('etag') ?? '';
    expect(get('/a/', { 'if-none-match': etag }).status).toBe(304);
  });

  test('sees a file that changed', async () => {
    const { dir, get } = aSite();
    get('/a/');
    writeFileSync(join(dir, 'a/index.html'), '<p>Changed</p>');
    expect(await get('/a/').text()).toBe('<p>Changed</p>');
  });

  test('sends a folder to its page', () => {
    const response = aSite().get('/a');
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/a/');
  });

  test.for(['/missing/', '/%2e%2e/secret', '/..%2fsecret', '/%ff', '/a%00/', '/404.html'])(
    '%s is 404 with the page that says so',
    async (path) => {
      const response = aSite().get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe('<p>Missing</p>');
    },
  );

  test('compresses for those who take it', async () => {
    const response = aSite().get('/a/', { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await response.arrayBuffer()).toString()).toBe('<p>A</p>');
  });

  test('answers HEAD without a body, and refuses other methods', async () => {
    const { answer } = aSite();
    const head = answer(new Request('http://localhost/a/', { method: 'HEAD' }));
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(answer(new Request('http://localhost/a/', { method: 'POST' })).status).toBe(405);
  });
});
