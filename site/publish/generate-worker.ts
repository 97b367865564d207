import { parentPort, workerData } from 'node:worker_threads';
import { Catalogue } from '../cms/catalogue.ts';
import { loadCompiledSite } from './compiled-site.ts';
import { readDocuments } from './documents-file.ts';
import type { ThreadAnswer, ThreadTask } from './generate-thread.ts';
import { writeSome } from './generate.ts';

const port = parentPort;
if (port === null) throw new Error('This runs in a worker thread; see generate-thread.ts.');

const { compiled, file, now, dir }: ThreadTask = workerData;
const answer = (message: ThreadAnswer): void => port.postMessage(message);
const ask = (): Promise<readonly string[]> =>
  new Promise((resolve) => {
    port.once('message', resolve);
    answer('next');
  });

const site = await loadCompiledSite(compiled);
const catalogue = new Catalogue(readDocuments(file), now);
// Always some addresses ahead, so that none are waited for. The thread is ended from outside.
for (let coming = ask(); ;) {
  const paths = await coming;
  coming = ask();
  answer({ written: paths.length, failed: await writeSome({ site, catalogue, dir }, paths) });
}
