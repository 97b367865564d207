import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
    removePage(dir, '/a/');
    expect(readdirSync(join(dir, 'a'))).toEqual([]);
  });
});

function compressedForms(dir: string): void {
  for (const end of ['br', 'gz']) writeFileSync(join(dir, `a/index.html.${end}`), 'compressed');
}
