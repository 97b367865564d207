import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { syntheticDocuments } from '../../scripts/bench/synthetic-documents.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { writeDocuments } from './documents-file.ts';
import { generateSite } from './generate.ts';

const now = new Date('2026-06-01T00:00:00Z');
const documents = syntheticDocuments(60);
/** Compiled pages that say how many documents their thread has, and which thread it is. */
const PAGES = `
  import { existsSync, writeFileSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  const mark = import.meta.dirname + '/another-thread-wrote';
  let documents = 0;
  export const compiledSite = {
    installCatalogue: (catalogue) => void (documents = [...catalogue.documents()].length),
    async render(path) {
      if (!isMainThread) writeFileSync(mark, '');
      WAIT
      if (path === '/faq/') throw new Error('No such word.');
      return new Response(isMainThread + ' ' + documents);
    },
  };`;
const untilAnotherWrote = `
  while (!existsSync(mark)) await new Promise((resolve) => setTimeout(resolve, 5));`;

async function aTask(pages: string) {
  const dir = temporaryFolder();
  mkdirSync(join(dir, 'compiled/client'), { recursive: true });
  mkdirSync(join(dir, 'compiled/server'));
  writeFileSync(join(dir, 'compiled/client/favicon.svg'), '<svg/>');
  writeFileSync(join(dir, 'compiled/server/entry.mjs'), pages);
  const file = join(dir, 'documents.ndjson');
  await writeDocuments(file, documents);
  return { compiled: join(dir, 'compiled'), file, dir: join(dir, 'site'), now };
}

describe('generateSite', () => {
  test.for([
    { threads: 1, wait: '' },
    { threads: 2, wait: untilAnotherWrote },
    { threads: 3, wait: untilAnotherWrote },
  ])('$threads threads write every file once, from all documents', async ({ threads, wait }) => {
    const task = await aTask(PAGES.replace('WAIT', wait));
    const told: (readonly [number, number])[] = [];
    const onProgress = (done: number, all: number): void => void told.push([done, all]);
    const { files, failed } = await generateSite({ ...task, threads, onProgress });

    expect(failed).toEqual([{ path: '/faq/', message: 'No such word.' }]);
    expect(told.at(-1)).toEqual([files, files]);
    const written = readdirSync(task.dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'favicon.svg')
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    expect(written).toHaveLength(files - failed.length);
    const writers = new Set(written);
    const others = threads > 1 ? [`false ${documents.length}`] : [];
    expect([...writers].toSorted()).toEqual([...others, `true ${documents.length}`]);
  });

  test('a thread that fails ends all of it', async () => {
    const task = await aTask(
      `${PAGES.replace('WAIT', '')}\nif (!isMainThread) throw new Error('No memory left.');`,
    );
    await expect(generateSite({ ...task, threads: 2 })).rejects.toThrow('No memory left.');
  });
});
