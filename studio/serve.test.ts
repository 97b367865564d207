import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { compressFiles } from './compress-files.ts';
import { createStudioApp, serveStudio } from './serve.ts';

const config = {
  projectId: 'lymphwise',
  dataset: 'production',
  apiHost: 'http://localhost:3999',
  previewUrl: 'http://localhost:4321',
};
const script = 'console.info("studio");'.repeat(50);
let dir = '';

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'studio-'));
  await mkdir(path.join(dir, 'assets'));
  await writeFile(path.join(dir, 'index.html'), '<title>Studio</title>');
  await writeFile(path.join(dir, 'assets', 'main-abc.js'), script);
  await writeFile(path.join(dir, '.sources'), 'hash');
  await compressFiles(dir);
});

afterAll(() => rm(dir, { recursive: true }));

async function get(address: string, init?: RequestInit): Promise<Response> {
  const app = await createStudioApp(dir, config);
  return app.request(address, init);
}

describe('createStudioApp', () => {
  test('gives the settings, and nothing that came with them', async () => {
    const more = { ...config, token: 'secret' };
    const app = await createStudioApp(dir, more);
    const response = await app.request('/config.json');
    expect(await response.json()).toEqual(config);
  });

  test.for([
    '/',
    '/index.html.br',
    '/structure/article;article-sleep',
    '/comments/pending',
    '/.sources',
  ])('answers %s with the app', async (address) => {
    const response = await get(address);
    expect(await response.text()).toBe('<title>Studio</title>');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  test('lets browsers keep hashed files for ever', async () => {
    const response = await get('/assets/main-abc.js');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-type')).toContain('javascript');
    expect(await response.text()).toBe(script);
  });

  test('compresses for browsers that can read it', async () => {
    const response = await get('/assets/main-abc.js', {
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(response.headers.get('content-encoding')).toBe('br');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes.length).toBeLessThan(script.length);
    expect(brotliDecompressSync(bytes).toString()).toBe(script);
  });

  test.for(['/assets/gone.js', '/assets/..%2f.sources', '/assets/../.sources'])(
    'never reaches beyond its files: %s',
    async (address) => {
      expect(await (await get(address)).text()).not.toContain('hash');
    },
  );

  test('says 404 for a missing asset, so that a stale page reloads instead of parsing HTML', async () => {
    expect((await get('/assets/gone.js')).status).toBe(404);
  });

  test('takes no other method', async () => {
    expect((await get('/', { method: 'POST' })).status).toBe(405);
  });

  test.for(['/', '/assets/gone.js', '/config.json', '/v1/modules/sanity/latest'])(
    'sets the security headers on %s',
    async (address) => {
      const { headers } = await get(address);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  test('refuses a folder without a Studio', async () => {
    await expect(createStudioApp(path.join(dir, 'assets'), config)).rejects.toThrow(
      'no built Studio',
    );
  });
});

describe('serveStudio', () => {
  test('listens on a free port until closed', async () => {
    const server = await serveStudio({ dir, host: '127.0.0.1', port: 0, config });
    const { port } = new URL(server.url);
    const response = await fetch(`http://127.0.0.1:${port}/config.json`);
    expect(await response.json()).toEqual(config);
    await server.close();
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
  });
});
