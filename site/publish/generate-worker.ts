import { parentPort, workerData } from 'node:worker_threads';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import { loadCompiledSite } from './compiled-site.ts';
import type { ThreadAnswer, ThreadOrder, ThreadTask } from './generate-thread.ts';
import { writeSome } from './generate.ts';

const port = parentPort;
if (port === null) throw new Error('This runs in a worker thread; see generate-thread.ts.');

const { compiled, now, dir }: ThreadTask = workerData;
const answer = (message: ThreadAnswer): void => port.postMessage(message);
const ask = (): Promise<ThreadOrder> =>
  new Promise((resolve) => {
    port.once('message', resolve);
    answer('next');
  });

const documents: Doc[] = [];
let catalogue: Catalogue | undefined;
const site = await loadCompiledSite(compiled);
// Always one order ahead, so that none is waited for. The thread is ended from outside.
for (let coming = ask(); ;) {
  const order = await coming;
  coming = ask();
  if ('documents' in order) {
    documents.push(...JSON.parse(order.documents));
  } else {
    catalogue ??= new Catalogue(documents, now);
    answer({
      written: order.paths.length,
      failed: await writeSome({ site, catalogue, dir }, order.paths),
    });
  }
}
