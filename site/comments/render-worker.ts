import { parentPort } from 'node:worker_threads';

import { renderMarkdown } from './render-markdown.ts';

/** Renders each comment it is sent, in a thread that `createRenderer` can end. */
parentPort?.on('message', (source: string) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(renderMarkdown(source));
});
