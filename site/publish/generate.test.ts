import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { syntheticDocuments } from '../../scripts/bench/synthetic-documents.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { generateSite } from './generate.ts';

const documents = syntheticDocuments(60);
/** Compiled pages that say how many documents there are. */
const PAGES = `
  let documents = 0;
  export const compiledSite = {
    installCatalogue: (catalogue) => void (documents = [...catalogue.documents()].length),
    async render(path) {
      if (path === '/faq/') throw new Error('No such word.');
      return path === '/about/' ? new Response('', { status: 404 }) : new Response(String(documents));
    },
  };`;

function aTask() {
  const dir = temporaryFolder();
  mkdirSync(join(dir, 'compiled/client'), { recursive: true });
  mkdirSync(join(dir, 'compiled/server'));
  writeFileSync(join(dir, 'compiled/client/favicon.svg'), '<svg/>');
  writeFileSync(join(dir, 'compiled/server/entry.mjs'), PAGES);
  const now = new Date('2026-06-01T00:00:00Z');
  return { compiled: join(dir, 'compiled'), documents, now, dir: join(dir, 'site') };
}

test('every file is written, from all documents, and what could not be made is told', async () => {
  const task = aTask();
  const told: (readonly [number, number])[] = [];
  const { files, failed } = await generateSite({
    ...task,
    onProgress: (done, all) => void told.push([done, all]),
  });

  expect(failed).toContainEqual({ path: '/faq/', message: 'No such word.' });
  expect(failed).toContainEqual({ path: '/about/', message: 'There is no such page.' });
  expect(failed).toHaveLength(2);
  expect(told.at(-1)).toEqual([files, files]);
  const written = readdirSync(task.dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'favicon.svg')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  expect(written).toHaveLength(files - failed.length);
  expect(new Set(written)).toEqual(new Set([String(documents.length)]));
});

test('ends between two pages when it is asked to', async () => {
  const stopping = new AbortController();
  let written = 0;
  const onProgress = (done: number): void => {
    written = done;
    stopping.abort(new Error('Enough.'));
  };
  const task = { ...aTask(), onProgress, signal: stopping.signal };
  await expect(generateSite(task)).rejects.toThrow('Enough.');
  expect(written).toBeLessThan(documents.length);
});
