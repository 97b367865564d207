import type { ApartAnswer } from './generate-apart.ts';
import { generateSite } from './generate.ts';

// What generate-apart.ts starts: writes the files of a site.
const [compiled = '', file = '', dir = '', now = '', threads = ''] = process.argv.slice(2);
const tell = (answer: ApartAnswer): void => void process.send?.(answer);

// Whoever asked for it has gone; Ctrl-C is told to them as well.
process.once('disconnect', () => process.exit(1));
process.on('SIGINT', () => undefined);

const onProgress = (done: number, all: number): void => tell({ done, all });
const task = { compiled, file, dir, now: new Date(now), threads: Number(threads) };
tell(await generateSite({ ...task, onProgress }));
