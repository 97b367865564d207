import { parentPort } from 'node:worker_threads';

import { renderMarkdown } from './render-markdown.ts';

/** Renders the comments it is sent, in a thread that `createRenderer` can end. */
parentPort?.on('message', (sources: readonly string[]) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(sources.map(renderMarkdown));
});
