import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Doc } from '../cms/catalogue.ts';
import type { Generation } from './generate.ts';
import type { BehindAnswer, BehindOrder, BehindTask } from './generate-behind-worker.ts';
import type { Progress } from './progress.ts';

export interface GenerateBehindOptions extends BehindTask {
  readonly documents: readonly Doc[];
  /** Told now and then how many pages are done. */
  readonly onProgress: Progress;
  /** Ends it: some of the files are there then. */
  readonly signal: AbortSignal;
}

const DOCUMENTS_AT_ONCE = 100;

/**
 * Writes every file of the site into a folder, in a thread of its own, while this one serves readers.
 *
 * The thread reads the code anew, as it is on the disk: new code may have other addresses.
 *
 * @throws Error when the thread fails, or is ended
 */
export async function generateBehind(options: GenerateBehindOptions): Promise<Generation> {
  const { documents, onProgress, signal, ...task } = options;
  signal.throwIfAborted();
  const worker = new Worker(new URL('./generate-behind-worker.ts', import.meta.url), {
    workerData: task,
  });
  const { promise, resolve, reject } = Promise.withResolvers<Generation>();
  // It may fail before it is waited for.
  promise.catch(() => undefined);
  worker.on('message', (answer: BehindAnswer) => {
    if ('done' in answer) onProgress(answer.done, answer.all);
    else resolve(answer);
  });
  worker.on('error', reject);
  worker.on('exit', () => reject(signal.reason ?? new Error('The generating thread ended early.')));
  const end = (): void => void worker.terminate();
  signal.addEventListener('abort', end);
  try {
    const send = (order: BehindOrder): void => worker.postMessage(order, []);
    // A few at a time: readers would wait for all of them.
    for (let from = 0; from < documents.length && !signal.aborted; from += DOCUMENTS_AT_ONCE) {
      send({ documents: JSON.stringify(documents.slice(from, from + DOCUMENTS_AT_ONCE)) });
      await nextTurn();
    }
    send('begin');
    return await promise;
  } finally {
    signal.removeEventListener('abort', end);
    await worker.terminate();
  }
}
