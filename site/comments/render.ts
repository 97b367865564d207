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
  /** How long one comment may take, or those that are rendered together, in milliseconds. */
  deadlineMs: number;
  /** Refuses input that is sure to be slow. */
  accepts?: (source: string) => boolean;
}

const WORKER = new URL('./render-worker.ts', import.meta.url);

/** To call a thread takes longer than an ordinary comment: those that wait go together. */
const MOST_TOGETHER = 16;

interface Waiting {
  readonly source: string;
  readonly resolve: (blocks: TextBlock[]) => void;
}

/** Starts no thread before the first comment; ends a slow one and starts another for the next. */
export function createRenderer({ deadlineMs, accepts = isBounded }: RendererOptions): Renderer {
  let worker: Worker | undefined;
  const waiting: Waiting[] = [];
  let running: Promise<void> | undefined;

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
    started.postMessage([]);
    await once(started, 'message');
    return started;
  };

  const renderNow = async (sources: readonly string[]): Promise<TextBlock[][]> => {
    const thread = await start();
    const slow = new AbortController();
    const timer = setTimeout(() => slow.abort(), deadlineMs);
    try {
      const answer = once(thread, 'message', { signal: slow.signal });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      thread.postMessage(sources);
      const [rendered]: TextBlock[][][] = await answer;
      return rendered ?? [];
    } catch (error) {
      await thread.terminate();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };

  /** Where they are not rendered in time together, each is rendered by itself, to find the slow one. */
  const renderAll = async (sources: readonly string[]): Promise<TextBlock[][]> => {
    try {
      return await renderNow(sources);
    } catch {
      if (sources.length === 1) return sources.map(toPlainBlocks);
    }
    const rendered: TextBlock[][] = [];
    for (const source of sources) rendered.push(...(await renderAll([source])));
    return rendered;
  };

  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting.splice(0, MOST_TOGETHER);
      const rendered = await renderAll(group.map(({ source }) => source));
      for (const [index, { source, resolve }] of group.entries()) {
        resolve(rendered[index] ?? toPlainBlocks(source));
      }
    }
    running = undefined;
  };

  return {
    render(source) {
      if (!accepts(source)) return Promise.resolve(toPlainBlocks(source));
      return new Promise((resolve) => {
        waiting.push({ source, resolve });
        running ??= run();
      });
    },
    async close() {
      await running;
      await worker?.terminate();
    },
  };
}
