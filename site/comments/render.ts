import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import type { TextBlock } from '../cms/from-markdown.ts';
import { isBounded } from './markdown-bounds.ts';
import { toPlainBlocks } from './plain-text.ts';

/** Renders comments one after another, away from the thread that answers readers. */
export interface Renderer {
  /** Never rejects: what cannot be rendered in time comes back as plain paragraphs. */
  render: (source: string) => Promise<TextBlock[]>;
  close: () => Promise<void>;
}

export interface RendererOptions {
  /** How long one comment may take, in milliseconds. */
  deadlineMs: number;
  /** Refuses input that is sure to be slow. */
  accepts?: (source: string) => boolean;
}

const WORKER = new URL('./render-worker.ts', import.meta.url);

/** Starts no thread before the first comment; ends a slow one and starts another for the next. */
export function createRenderer({ deadlineMs, accepts = isBounded }: RendererOptions): Renderer {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const start = async (): Promise<Worker> => {
    if (worker !== undefined) return worker;
    const started = new Worker(WORKER, {
      resourceLimits: { maxOldGenerationSizeMb: 64, stackSizeMb: 1 },
    });
    started.unref();
    // `once` below hears of it where it matters; without a listener it would end the process.
    started.on('error', () => {});
    worker = started;
    started.once('exit', () => {
      if (worker === started) worker = undefined;
    });
    // The first answer waits for the modules to load; readers' comments are timed after it.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    started.postMessage('');
    await once(started, 'message');
    return started;
  };

  const renderNow = async (source: string): Promise<TextBlock[]> => {
    const thread = await start();
    const answer = once(thread, 'message', { signal: AbortSignal.timeout(deadlineMs) });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    thread.postMessage(source);
    try {
      const [blocks]: TextBlock[][] = await answer;
      return blocks ?? toPlainBlocks(source);
    } catch (error) {
      await thread.terminate();
      throw error;
    }
  };

  return {
    render(source) {
      if (!accepts(source)) return Promise.resolve(toPlainBlocks(source));
      const rendered = last.then(() => renderNow(source)).catch(() => toPlainBlocks(source));
      last = rendered;
      return rendered;
    },
    async close() {
      await last;
      await worker?.terminate();
    },
  };
}
