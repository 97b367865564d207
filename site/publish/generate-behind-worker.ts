import { parentPort, workerData } from 'node:worker_threads';
import type { Doc } from '../cms/catalogue.ts';
import { generateSite, type Generation, type GenerateOptions } from './generate.ts';

export type BehindTask = Pick<GenerateOptions, 'compiled' | 'now' | 'dir'>;
/** Some documents as JSON, as often as it takes, and then the word to begin. */
export type BehindOrder = { readonly documents: string } | 'begin';
export type BehindAnswer = { readonly done: number; readonly all: number } | Generation;

const port = parentPort;
if (port === null) throw new Error('This runs in a worker thread; see generate-behind.ts.');

const task: BehindTask = workerData;
const documents: Doc[] = [];
const answer = (message: BehindAnswer): void => port.postMessage(message);

port.on('message', (order: BehindOrder) => {
  if (order === 'begin') void generate();
  else documents.push(...JSON.parse(order.documents));
});

async function generate(): Promise<void> {
  const onProgress = (done: number, all: number): void => answer({ done, all });
  answer(await generateSite({ ...task, documents, threads: 1, onProgress }));
}
