import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { fileOf, removePage, writePage } from './files.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('fileOf', () => {
  test.for([
    { path: '/', file: '/site/index.html' },
    { path: '/a/b/', file: '/site/a/b/index.html' },
    { path: '/rss.xml', file: '/site/rss.xml' },
  ])('$path is $file', ({ path, file }) => {
    expect(fileOf('/site', path)).toBe(file);
  });

  test.for(['/../secret', '/a/../../secret/'])('refuses %s', (path) => {
    expect(() => fileOf('/site', path)).toThrow(/leads out of the site/);
  });
});

describe('writePage', () => {
  test('writes once, and not again when nothing changed', () => {
    const dir = temporaryFolder();
    expect(writePage(dir, '/a/', bytes('one'))).toBe(true);
    const before = statSync(join(dir, 'a/index.html')).ino;
    expect(writePage(dir, '/a/', bytes('one'))).toBe(false);
    expect(statSync(join(dir, 'a/index.html')).ino).toBe(before);
    expect(writePage(dir, '/a/', bytes('two'))).toBe(true);
    expect(readFileSync(join(dir, 'a/index.html'), 'utf8')).toBe('two');
  });

  test('leaves no temporary file behind', () => {
    const dir = temporaryFolder();
    writePage(dir, '/a/', bytes('one'));
    expect(readdirSync(join(dir, 'a'))).toEqual(['index.html']);
  });

  test('takes compressed forms away only when the file changes', () => {
    const dir = temporaryFolder();
    writePage(dir, '/a/', bytes('one'));
    compressedForms(dir);
    writePage(dir, '/a/', bytes('one'));
    expect(readdirSync(join(dir, 'a'))).toHaveLength(3);
    writePage(dir, '/a/', bytes('two'));
    expect(readdirSync(join(dir, 'a'))).toEqual(['index.html']);
  });
});

describe('removePage', () => {
  test('tells whether there was something to remove', () => {
    const dir = temporaryFolder();
    writePage(dir, '/a/', bytes('one'));
    expect(removePage(dir, '/a/')).toBe(true);
    expect(removePage(dir, '/a/')).toBe(false);
  });

  test('takes compressed forms along', () => {
    const dir = temporaryFolder();
    writePage(dir, '/a/', bytes('one'));
    compressedForms(dir);
    writeFileSync(join(dir, 'a/other.txt'), 'stays');
    removePage(dir, '/a/');
    expect(readdirSync(join(dir, 'a'))).toEqual(['other.txt']);
  });

  test('takes along the folders that are empty then, up to the site itself', () => {
    const dir = temporaryFolder();
    for (const path of ['/a/', '/a/comments/2/', '/b.xml']) writePage(dir, path, bytes('one'));
    removePage(dir, '/a/');
    expect(readdirSync(join(dir, 'a'))).toEqual(['comments']);
    removePage(dir, '/a/comments/2/');
    expect(readdirSync(dir)).toEqual(['b.xml']);
    removePage(dir, '/b.xml');
    expect(readdirSync(dir)).toEqual([]);
  });

  test('another process may write into a folder that is being taken away', async () => {
    const dir = temporaryFolder();
    const module = new URL('./files.ts', import.meta.url).href;
    const code = `
      const { writePage, removePage } = await import(${JSON.stringify(module)});
      const bytes = new TextEncoder().encode('one');
      for (let times = 0; times < 500; times += 1) {
        writePage(process.argv[1], process.argv[2], bytes);
        removePage(process.argv[1], process.argv[2]);
      }`;
    const run = promisify(execFile);
    const args = ['--input-type=module', '-e', code, dir];
    const paths = ['/a/one.xml', '/a/two.xml'];
    await Promise.all(paths.map((path) => run(process.execPath, [...args, path])));
    expect(readdirSync(dir)).toEqual([]);
  });
});

function compressedForms(dir: string): void {
  for (const end of ['br', 'gz']) writeFileSync(join(dir, `a/index.html.${end}`), 'compressed');
}
