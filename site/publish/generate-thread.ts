import { Worker } from 'node:worker_threads';
import type { GenerateOptions } from './generate.ts';
import type { Failure } from './publisher.ts';

/** What a thread writes from and where to. */
export type ThreadTask = Pick<GenerateOptions, 'compiled' | 'now' | 'dir'>;
/** Some of the documents, as JSON; all of them come before the first addresses. */
export type ThreadOrder = { readonly documents: string } | { readonly paths: readonly string[] };
/** `next` asks for an order; the other tells that the addresses of one are written. */
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
 * @param next what to do; undefined when nothing is left
 * @param note told of addresses that are written, and of those that could not be
 */
export function startGeneratingThread(
  task: ThreadTask,
  next: () => ThreadOrder | undefined,
  note: (written: number, failed: readonly Failure[]) => void,
): GeneratingThread {
  const worker = new Worker(new URL('./generate-worker.ts', import.meta.url), { workerData: task });
  const { promise: finished, resolve, reject } = Promise.withResolvers<void>();
  // It may fail before it is waited for.
  finished.catch(() => undefined);
  let underway = 0;
  let over = false;
  const send = (order: ThreadOrder): void => {
    if ('paths' in order) underway += 1;
    worker.postMessage(order, []);
  };
  worker.on('message', (answer: ThreadAnswer) => {
    if (answer === 'next') {
      const order = next();
      if (order === undefined) over = true;
      else send(order);
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
