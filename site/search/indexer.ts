import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { messageOf } from '../message-of.ts';

export interface SearchIndexerOptions {
  /** The folder of generated files; asked at each run, since a new folder may have taken over. */
  readonly dir: () => string;
  /** How long changes are collected before the index is made. */
  readonly delayMs: number;
  /** Told when files of the index may have come, changed or gone. */
  readonly onIndexed: () => void;
  /** Told when the index could not be made. */
  readonly log: (line: string) => void;
}

export interface SearchIndexer {
  /** Says that files have changed: the index follows within the delay and the time it takes. */
  changed(): void;
  /** Says that there is another folder: a run in the one before ends, and the index follows. */
  moved(): void;
  /** Settles when the index knows of every change that was told. */
  idle(): Promise<void>;
  /** Ends an unfinished run; the index stays as it was. */
  close(): Promise<void>;
}

const SCRIPT = fileURLToPath(new URL('./index-process.ts', import.meta.url));

/**
 * Keeps the search index behind the published files: one run at a time, in a process of its own with
 * the lowest priority, so that neither the server's memory nor its answers suffer.
 */
export function createSearchIndexer(options: SearchIndexerOptions): SearchIndexer {
  const { dir, delayMs, onIndexed, log } = options;
  const stopping = new AbortController();
  let outdated = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let waiting = false;
  let running = false;
  let settled = Promise.withResolvers<void>();
  settled.resolve();

  const run = async (): Promise<void> => {
    waiting = false;
    running = true;
    const signal = AbortSignal.any([stopping.signal, outdated.signal]);
    try {
      await promisify(execFile)(process.execPath, [SCRIPT, dir()], { signal });
      onIndexed();
    } catch (error) {
      if (!signal.aborted) {
        log(`Search keeps what it knew; the new index failed: ${messageOf(error)}`);
      }
    }
    running = false;
    if (waiting && !stopping.signal.aborted) schedule();
    else settled.resolve();
  };

  const schedule = (): void => {
    timer = setTimeout(() => void run(), delayMs);
  };

  const changed = (): void => {
    if (waiting || stopping.signal.aborted) return;
    waiting = true;
    if (running) return;
    settled = Promise.withResolvers<void>();
    schedule();
  };

  return {
    changed,
    moved() {
      outdated.abort();
      outdated = new AbortController();
      changed();
    },
    idle: () => settled.promise,
    async close() {
      stopping.abort();
      clearTimeout(timer);
      if (!running) settled.resolve();
      await settled.promise;
    },
  };
}
