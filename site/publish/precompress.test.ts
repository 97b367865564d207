import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { removePage, writePage } from './files.ts';
import { createPrecompressor } from './precompress.ts';
import { isMadeFrom } from './siblings.ts';

const LONG = 'A long page. '.repeat(100);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function aFolder(isBusy?: () => boolean) {
  const dir = temporaryFolder();
  const precompressor = createPrecompressor(dir, isBusy);
  onTestFinished(() => precompressor.close());
  const write = (path: string, text: string): boolean => writePage(dir, path, bytes(text));
  const at = (name: string): string => join(dir, name);
  return { dir, precompressor, write, at };
}

describe('createPrecompressor', () => {
  test('writes both forms beside a file, made from it and as old as it', async () => {
    const { precompressor, write, at } = aFolder();
    write('/a/', LONG);
    precompressor.add('/a/');
    await precompressor.idle();
    expect(brotliDecompressSync(readFileSync(at('a/index.html.br'))).toString()).toBe(LONG);
    expect(gunzipSync(readFileSync(at('a/index.html.gz'))).toString()).toBe(LONG);
    for (const end of ['br', 'gz']) {
      const sibling = statSync(at(`a/index.html.${end}`));
      expect(isMadeFrom(sibling, statSync(at('a/index.html')))).toBe(true);
    }
    expect(readdirSync(at('a')).toSorted()).toEqual([
      'index.html',
      'index.html.br',
      'index.html.gz',
    ]);
  });

  test.for([
    { path: '/short/', text: 'short' },
    { path: '/images/x.webp', text: LONG },
    { path: '/gone/', text: undefined },
  ])('leaves $path alone', async ({ path, text }) => {
    const { dir, precompressor, write } = aFolder();
    if (text !== undefined) write(path, text);
    const before = readdirSync(dir, { recursive: true });
    precompressor.add(path);
    await precompressor.idle();
    expect(readdirSync(dir, { recursive: true })).toEqual(before);
  });

  test('finds every file of the folder, and forms whose file is gone', async () => {
    const { precompressor, write, at } = aFolder();
    for (const path of ['/', '/a/b/', '/rss.xml', '/assets/x.css']) write(path, LONG);
    writeFileSync(at('orphan.html.br'), 'old');
    precompressor.addAll();
    await precompressor.idle();
    for (const name of ['index.html', 'a/b/index.html', 'rss.xml', 'assets/x.css']) {
      expect(existsSync(at(`${name}.br`)), name).toBe(true);
    }
    expect(existsSync(at('orphan.html.br'))).toBe(false);
  });

  test('looks in one folder only, where it is told to, a link too', async () => {
    const { precompressor, write, at } = aFolder();
    const elsewhere = temporaryFolder();
    symlinkSync(elsewhere, at('pagefind'));
    for (const path of ['/a/', '/pagefind/x.js']) write(path, LONG);
    precompressor.addAll('pagefind');
    await precompressor.idle();
    expect(existsSync(join(elsewhere, 'x.js.br'))).toBe(true);
    expect(existsSync(at('a/index.html.br'))).toBe(false);
  });

  test('does not do again what is done', async () => {
    const { precompressor, write, at } = aFolder();
    write('/a/', LONG);
    precompressor.add('/a/');
    await precompressor.idle();
    const { ino } = statSync(at('a/index.html.br'));
    precompressor.addAll();
    await precompressor.idle();
    expect(statSync(at('a/index.html.br')).ino).toBe(ino);
  });

  test('a form never stands beside a newer file, however fast it is written', async () => {
    const { precompressor, write, at } = aFolder();
    const stale: string[] = [];
    const note = (): void => {
      const file = at('a/index.html.br');
      const found = existsSync(file) && brotliDecompressSync(readFileSync(file)).toString();
      if (found !== false && found !== readFileSync(at('a/index.html'), 'utf8')) stale.push(found);
    };
    for (let turn = 0; turn < 60; turn += 1) {
      write('/a/', `${turn} ${LONG}`);
      note();
      precompressor.add('/a/');
      // Now and then it comes to its end; else the file changes under it, sooner or later.
      if (turn % 3 === 0) await precompressor.idle();
      for (let look = 0; look < turn * 5; look += 1) {
        await new Promise((resolve) => void setImmediate(resolve));
        note();
      }
    }
    expect(stale).toEqual([]);
    await precompressor.idle();
    expect(gunzipSync(readFileSync(at('a/index.html.gz'))).toString()).toBe(`59 ${LONG}`);
  });

  test('a page that is removed takes its forms along', async () => {
    const { dir, precompressor, write } = aFolder();
    write('/a/', LONG);
    precompressor.add('/a/');
    await precompressor.idle();
    removePage(dir, '/a/');
    precompressor.remove('/a/');
    expect(readdirSync(dir)).toEqual([]);
  });

  test('what is published goes before what was found, which waits while publishing is busy', async () => {
    let busy = true;
    const { precompressor, write, at } = aFolder(() => busy);
    write('/found/', LONG);
    precompressor.addAll();
    write('/new/', LONG);
    precompressor.add('/new/');
    await expect.poll(() => existsSync(at('new/index.html.br'))).toBe(true);
    expect(existsSync(at('found/index.html.br'))).toBe(false);
    busy = false;
    await precompressor.idle();
    expect(existsSync(at('found/index.html.br'))).toBe(true);
  });

  test('stops when it is closed', async () => {
    const { dir, precompressor, write } = aFolder();
    for (let index = 0; index < 50; index += 1) write(`/${index}/`, LONG);
    precompressor.addAll();
    await precompressor.close();
    const done = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.br'),
    );
    expect(done.length).toBeLessThan(50);
  });

  test('does not mind that the folder went', async () => {
    const precompressor = createPrecompressor(join(temporaryFolder(), 'none'));
    precompressor.addAll();
    precompressor.add('/a/');
    await expect(precompressor.idle()).resolves.toBeUndefined();
  });
});
