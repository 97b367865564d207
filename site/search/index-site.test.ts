import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { indexSite } from './index-site.ts';

const now = new Date('2026-06-01T00:00:00Z');
const later = new Date('2026-06-01T01:00:00Z');
const muchLater = new Date('2026-06-01T02:00:00Z');

function aSite() {
  const dir = temporaryFolder();
  const write = (path: string, text: string): void => {
    mkdirSync(join(dir, path), { recursive: true });
    writeFileSync(
      join(dir, path, 'index.html'),
      `<html lang="en-GB"><body><main data-pagefind-body><h1>${path}</h1><p>${text}</p></main></body></html>`,
    );
  };
  write('health/one', 'Lymph nodes filter lymph.');
  const files = (): readonly string[] =>
    readdirSync(join(dir, 'pagefind'), { recursive: true, encoding: 'utf8' }).toSorted();
  const fragments = (): readonly string[] => files().filter((name) => name.endsWith('_fragment'));
  return { dir, write, files, fragments };
}

describe('indexSite', () => {
  test('finds marked pages and listed entries, and leaves the rest out', async () => {
    const { dir, fragments } = aSite();
    mkdirSync(join(dir, 'list'));
    writeFileSync(join(dir, 'list/index.html'), '<html><body>A list</body></html>');
    mkdirSync(join(dir, 'search'));
    const entry = { url: '/faq/#a', kind: 'question', section: 'Safety', title: 'Q', text: 'A' };
    writeFileSync(join(dir, 'search/entries.json'), JSON.stringify([entry]));
    expect(await indexSite({ dir, now })).toEqual({ found: 2, shards: 1, written: 1 });
    expect(fragments()).toHaveLength(2);
  });

  test('brings the code along, and nothing of an interface we do not use', async () => {
    const { dir, files } = aSite();
    await indexSite({ dir, now });
    expect(files()).toEqual(
      expect.arrayContaining(['pagefind.js', 'pagefind-worker.js', 'wasm.en.pagefind']),
    );
    expect(files().filter((name) => name.includes('ui'))).toEqual([]);
  });

  test('writes nothing where nothing has changed', async () => {
    const { dir } = aSite();
    await indexSite({ dir, now });
    expect(await indexSite({ dir, now: later })).toMatchObject({ written: 0 });
  });

  test('gives the same files for the same pages', async () => {
    const [a, b] = [aSite(), aSite()];
    await indexSite({ dir: a.dir, now });
    await indexSite({ dir: b.dir, now: later });
    expect(a.files()).toEqual(b.files());
    const entry = 'pagefind/pagefind-entry.json';
    expect(readFileSync(join(a.dir, entry))).toEqual(readFileSync(join(b.dir, entry)));
  });

  test('keeps the index before for readers who have it open, and drops it the next time', async () => {
    const { dir, write, fragments } = aSite();
    await indexSite({ dir, now });
    const first = fragments();
    write('health/one', 'Lymph nodes filter lymph slowly.');
    await indexSite({ dir, now: later });
    expect(fragments()).toEqual(expect.arrayContaining([...first]));
    expect(fragments()).toHaveLength(2);
    write('health/one', 'Lymph nodes filter lymph steadily.');
    await indexSite({ dir, now: muchLater });
    expect(fragments()).toHaveLength(2);
    expect(fragments()).not.toEqual(expect.arrayContaining([...first]));
  });

  test('leaves no unfinished files behind', async () => {
    const { dir, files } = aSite();
    await indexSite({ dir, now });
    expect(files().filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('bears with a site that has nothing to find yet', async () => {
    const dir = temporaryFolder();
    expect(await indexSite({ dir, now })).toEqual({ found: 0, shards: 1, written: 1 });
  });

  test('forgets pages that are gone', async () => {
    const { dir, write } = aSite();
    write('health/two', 'More.');
    await indexSite({ dir, now });
    rmSync(join(dir, 'health/two'), { recursive: true });
    expect(await indexSite({ dir, now: later })).toMatchObject({ found: 1, written: 1 });
  });
});
