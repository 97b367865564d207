import { Worker } from 'node:worker_threads';
import type { Failure } from './publisher.ts';

/** What a thread writes from and where to. */
export interface ThreadTask {
  readonly compiled: string;
  /** What `writeDocuments` wrote. */
  readonly file: string;
  readonly now: Date;
  readonly dir: string;
}

/** `next` asks for addresses; the other tells that those it had are written. */
export type ThreadAnswer =
  | 'next'
  | { readonly written: number; readonly failed: readonly Failure[] };

export interface GeneratingThread {
  /** Settles when there is nothing left to do. @throws Error when the thread fails */
  readonly finished: Promise<void>;
  readonly end: () => Promise<unknown>;
}

/**
 * Starts a thread that writes pages.
 *
 * @param take the addresses that it writes next; none when nothing is left
 * @param note told of addresses that are written, and of those that could not be
 */
export function startGeneratingThread(
  task: ThreadTask,
  take: () => readonly string[],
  note: (written: number, failed: readonly Failure[]) => void,
): GeneratingThread {
  const worker = new Worker(new URL('./generate-worker.ts', import.meta.url), { workerData: task });
  const { promise: finished, resolve, reject } = Promise.withResolvers<void>();
  // It may fail before it is waited for.
  finished.catch(() => undefined);
  let underway = 0;
  let over = false;
  worker.on('message', (answer: ThreadAnswer) => {
    if (answer === 'next') {
      const paths = take();
      if (paths.length > 0) {
        underway += 1;
        worker.postMessage(paths, []);
      } else {
        over = true;
      }
    } else {
      underway -= 1;
      note(answer.written, answer.failed);
    }
    if (over && underway === 0) resolve();
  });
  worker.on('error', reject);
  worker.on('exit', (code) => reject(new Error(`A generating thread ended early (${code}).`)));
  return { finished, end: () => worker.terminate() };
}
