import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
    processes: 1,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  };
}

/** Waits until another process has been here too. */
const UNTIL_ANOTHER = `
  const { readdirSync, writeFileSync } = await import('node:fs');
  writeFileSync(import.meta.dirname + '/' + process.pid + '.here', '');
  const here = () => readdirSync(import.meta.dirname).filter((name) => name.endsWith('.here'));
  while (here().length < PROCESSES) await new Promise((resolve) => setTimeout(resolve, 5));`;

describe('generateApart', () => {
  test.for([1, 2])('%i at once write every file once, from all documents', async (processes) => {
    const told: (readonly [number, number])[] = [];
    const task = {
      ...aTask(UNTIL_ANOTHER.replace('PROCESSES', String(processes))),
      processes,
      onProgress: (done: number, all: number) => void told.push([done, all]),
    };
    const { files, failed, peakMiB } = await generateApart(task);
    expect(failed).toEqual([]);
    expect(peakMiB).toBeGreaterThan(20 * processes);
    expect(told.at(-1)).toEqual([files, files]);
    const written = readdirSync(task.dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').split(' '));
    expect(written).toHaveLength(files);
    const writers = new Set(written.map(([pid]) => Number(pid)));
    expect(writers.size).toBe(processes);
    expect(writers).not.toContain(process.pid);
    expect(new Set(written.map(([, count]) => count))).toEqual(new Set([String(documents.length)]));
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
