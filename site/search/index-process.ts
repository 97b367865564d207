import { constants, setPriority } from 'node:os';
import { indexSite } from './index-site.ts';

// What indexer.ts runs: indexes the folder it is given, and leaves the processor to whoever else wants it.
setPriority(constants.priority.PRIORITY_LOW);
const [dir] = process.argv.slice(2);
if (dir === undefined) throw new Error('Name the folder to index.');
// Whoever asked for it has gone: its end of the pipe is closed then, however it ended.
process.stdin.once('end', () => process.exit(1)).resume();
const indexed = JSON.stringify(await indexSite({ dir, now: new Date() }));
process.stdout.write(indexed, () => process.exit(0));
