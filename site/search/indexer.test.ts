import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { createSearchIndexer } from './indexer.ts';

function aWatchedSite(delayMs: number) {
  const dir = temporaryFolder();
  mkdirSync(join(dir, 'about'));
  const page = '<html lang="en-GB"><main data-pagefind-body><h1>About</h1></main></html>';
  writeFileSync(join(dir, 'about/index.html'), page);
  const lines: string[] = [];
  let asked = 0;
  let indexed = 0;
  const indexer = createSearchIndexer({
    dir: () => {
      asked += 1;
      return dir;
    },
    delayMs,
    onIndexed: () => (indexed += 1),
    log: (line) => void lines.push(line),
  });
  onTestFinished(() => indexer.close());
  const entry = join(dir, 'pagefind/shards.json');
  return { dir, indexer, lines, asked: () => asked, indexed: () => indexed, entry };
}

describe('createSearchIndexer', () => {
  test('an index that nobody waits for any more is not made', async () => {
    const { dir, entry } = aWatchedSite(0);
    const script = fileURLToPath(new URL('./index-process.ts', import.meta.url));
    const child = spawn(process.execPath, [script, dir], { stdio: ['pipe', 'ignore', 'ignore'] });
    child.stdin.end();
    const [code]: unknown[] = await once(child, 'close');
    expect(code).toBe(1);
    expect(existsSync(entry)).toBe(false);
  });

  test('has nothing to do before a change', async () => {
    const { indexer, entry } = aWatchedSite(0);
    await indexer.idle();
    expect(existsSync(entry)).toBe(false);
  });

  test('many changes are one run', async () => {
    const { indexer, entry, asked, indexed } = aWatchedSite(20);
    for (let times = 0; times < 50; times += 1) indexer.changed();
    await indexer.idle();
    expect(existsSync(entry)).toBe(true);
    expect(asked()).toBe(1);
    expect(indexed()).toBe(1);
  });

  test('a change during a run is followed by another', async () => {
    const { indexer, asked } = aWatchedSite(0);
    indexer.changed();
    await expect.poll(asked).toBe(1);
    indexer.changed();
    await indexer.idle();
    expect(asked()).toBe(2);
  });

  test('another folder ends a run in the one before', async () => {
    const { indexer, lines, asked, indexed } = aWatchedSite(0);
    indexer.changed();
    await expect.poll(asked).toBe(1);
    indexer.moved();
    await indexer.idle();
    expect(asked()).toBe(2);
    expect(indexed()).toBe(1);
    expect(lines).toEqual([]);
  });

  test('says when the index could not be made, and goes on', async () => {
    const { dir, indexer, lines, entry } = aWatchedSite(0);
    mkdirSync(join(dir, 'search'));
    writeFileSync(join(dir, 'search/entries.json'), 'not JSON');
    indexer.changed();
    await indexer.idle();
    expect(lines).toEqual([expect.stringContaining('Search keeps what it knew')]);
    writeFileSync(join(dir, 'search/entries.json'), '[]');
    indexer.changed();
    await indexer.idle();
    expect(existsSync(entry)).toBe(true);
  });

  test('closing ends a run and waits for its end', async () => {
    const { indexer, lines, asked } = aWatchedSite(0);
    indexer.changed();
    await expect.poll(asked).toBe(1);
    await indexer.close();
    await indexer.idle();
    expect(lines).toEqual([]);
  });
});
