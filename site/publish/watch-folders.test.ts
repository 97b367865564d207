import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { watchFolders } from './watch-folders.ts';

function watched() {
  const root = temporaryFolder();
  const dir = join(root, 'site');
  mkdirSync(join(dir, 'pages'), { recursive: true });
  writeFileSync(join(dir, 'pages/a.astro'), 'a');
  let changes = 0;
  const watching = watchFolders({
    folders: [dir],
    files: { folder: root, names: ['lock.json'] },
    onChange: () => (changes += 1),
    onError: (error) => {
      throw error;
    },
  });
  onTestFinished(() => watching.close());
  return { root, dir, changes: () => changes };
}

function replaceFile(file: string, text: string): void {
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
}

describe('watchFolders', () => {
  test('tells of every replacement of a file, many changes at once as one', async () => {
    const { dir, changes } = watched();
    for (let turn = 1; turn <= 3; turn += 1) {
      for (const text of ['1', '2', '3']) replaceFile(join(dir, 'pages/a.astro'), text);
      await expect.poll(changes).toBe(turn);
    }
    writeFileSync(join(dir, 'pages/a.astro'), 'in place');
    await expect.poll(changes).toBe(4);
  });

  test('follows folders that come, go and come again', async () => {
    const { dir, changes } = watched();
    const folder = join(dir, 'text/deep');
    mkdirSync(folder, { recursive: true });
    await expect.poll(changes).toBe(1);
    writeFileSync(join(folder, 'b.ts'), 'b');
    await expect.poll(changes).toBe(2);
    rmSync(join(dir, 'text'), { recursive: true });
    mkdirSync(folder, { recursive: true });
    await expect.poll(changes).toBe(3);
    replaceFile(join(folder, 'b.ts'), 'c');
    await expect.poll(changes).toBe(4);
  });

  test('of a folder of files, only those that are named', async () => {
    const { root, changes } = watched();
    writeFileSync(join(root, 'other.json'), '1');
    replaceFile(join(root, 'lock.json'), '1');
    await expect.poll(changes).toBe(1);
    replaceFile(join(root, 'lock.json'), '2');
    await expect.poll(changes).toBe(2);
  });
});
