import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { syntheticDocuments } from '../../scripts/bench/synthetic-documents.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { generateApart } from './generate-apart.ts';

const documents = syntheticDocuments(60);

/** Compiled pages that say how many documents there are, and what else they do. */
function aTask(extra: string) {
  const dir = temporaryFolder();
  mkdirSync(join(dir, 'compiled/client'), { recursive: true });
  mkdirSync(join(dir, 'compiled/server'));
  writeFileSync(
    join(dir, 'compiled/server/entry.mjs'),
    `let documents = 0;
    export const compiledSite = {
      installCatalogue: (catalogue) => void (documents = [...catalogue.documents()].length),
      async render(path) {
        ${extra}
        return new Response(process.pid + ' ' + documents);
      },
    };`,
  );
  return {
    compiled: join(dir, 'compiled'),
    dir: join(dir, 'site'),
    documents,
    now: new Date('2026-06-01T00:00:00Z'),
    threads: 1,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  };
}

describe('generateApart', () => {
  test('writes every file from all documents, in another process', async () => {
    const told: number[] = [];
    const task = { ...aTask(''), onProgress: (done: number) => void told.push(done) };
    const { files, failed } = await generateApart(task);
    expect(failed).toEqual([]);
    expect(told.at(-1)).toBe(files);
    const [pid, count] = readFileSync(join(task.dir, 'faq/index.html'), 'utf8').split(' ');
    expect(Number(pid)).not.toBe(process.pid);
    expect(count).toBe(String(documents.length));
  });

  test('tells why a page could not be made', async () => {
    const task = aTask("if (path === '/faq/') throw new Error('No such word.');");
    const { failed } = await generateApart(task);
    expect(failed).toEqual([{ path: '/faq/', message: 'No such word.' }]);
  });

  test('a process that dies says what it said', async () => {
    const task = aTask("console.error('No memory left.'); process.exit(3);");
    await expect(generateApart(task)).rejects.toThrow('ended early (3). No memory left.');
  });

  test('ends when it is asked to', async () => {
    const stopping = new AbortController();
    const task = { ...aTask('await new Promise(() => {});'), signal: stopping.signal };
    const written = generateApart(task);
    stopping.abort(new Error('Enough.'));
    await expect(written).rejects.toThrow('aborted');
  });
});
