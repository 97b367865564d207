import { fork, type ChildProcess } from 'node:child_process';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Doc } from '../cms/catalogue.ts';
import type { GenerateOptions, Generation } from './generate.ts';
import { MEMORY_FLAGS } from './memory.ts';
import type { Progress } from './progress.ts';

export interface GenerateApartOptions extends Omit<GenerateOptions, 'onProgress'> {
  /** Told now and then how many pages are done. */
  readonly onProgress: Progress;
  /** Ends it: some of the files are there then. */
  readonly signal: AbortSignal;
}

/** What the process is told: some of the documents, as often as it takes, and then to begin. */
export type ApartOrder = { readonly documents: readonly Doc[] } | 'begin';
/** What it tells. */
export type ApartAnswer = { readonly done: number; readonly all: number } | Generation;

const progressMessage = z.object({ done: z.number(), all: z.number() });
const outcomeMessage = z.object({
  files: z.number(),
  failed: z.array(z.object({ path: z.string(), message: z.string() })),
});

const SCRIPT = fileURLToPath(new URL('./generate-process.ts', import.meta.url));
const DOCUMENTS_AT_ONCE = 100;

/**
 * Writes every file of the site into a folder, in a process of its own: this one goes on serving
 * readers, and the memory that it takes goes with it.
 *
 * The process reads the code anew, as it is on the disk: new code may have other addresses.
 *
 * @throws Error when the process fails, or is ended
 */
export async function generateApart(options: GenerateApartOptions): Promise<Generation> {
  const { compiled, documents, now, dir, threads, onProgress, signal } = options;
  const task = [compiled, dir, now.toISOString(), String(threads)];
  const child = fork(SCRIPT, task, { silent: true, signal, execArgv: MEMORY_FLAGS });
  const { promise, resolve, reject } = Promise.withResolvers<Generation>();
  // It may fail before it is waited for.
  promise.catch(() => undefined);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => void (said += text));
  child.on('message', (message) => {
    const progress = progressMessage.safeParse(message);
    if (progress.success) onProgress(progress.data.done, progress.data.all);
    else resolve(outcomeMessage.parse(message));
  });
  child.once('error', reject);
  child.once('close', (code) =>
    reject(new Error(`The generating process ended early (${code}). ${said}`.trim())),
  );
  try {
    // A few at a time: readers would wait for all of them.
    for (let from = 0; from < documents.length && child.connected; from += DOCUMENTS_AT_ONCE) {
      await tell(child, { documents: documents.slice(from, from + DOCUMENTS_AT_ONCE) });
      await nextTurn();
    }
    await tell(child, 'begin');
    return await promise;
  } finally {
    child.kill();
  }
}

/** Settles when the process can take more; a process that has ended says so itself. */
function tell(child: ChildProcess, order: ApartOrder): Promise<void> {
  return new Promise((resolve) => {
    if (child.connected) child.send(order, () => resolve());
    else resolve();
  });
}
