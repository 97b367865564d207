import type { Doc } from '../cms/catalogue.ts';
import type { ApartAnswer, ApartOrder } from './generate-apart.ts';
import { generateSite } from './generate.ts';

// What generate-apart.ts starts: takes in all documents, and then writes the files of a site.
const [compiled = '', dir = '', now = '', threads = ''] = process.argv.slice(2);
const documents: Doc[] = [];
const tell = (answer: ApartAnswer): void => void process.send?.(answer);

// Whoever asked for it has gone; Ctrl-C is told to them as well.
process.once('disconnect', () => process.exit(1));
process.on('SIGINT', () => undefined);
process.on('message', (order: ApartOrder) => {
  if (order === 'begin') void generate();
  else documents.push(...order.documents);
});

async function generate(): Promise<void> {
  const onProgress = (done: number, all: number): void => tell({ done, all });
  const task = { compiled, documents, dir, now: new Date(now), threads: Number(threads) };
  tell(await generateSite({ ...task, onProgress }));
}
