import { constants, setPriority } from 'node:os';
import { indexSite } from './index-site.ts';

// What indexer.ts runs: indexes the folder it is given, and leaves the processor to whoever else wants it.
setPriority(constants.priority.PRIORITY_LOW);
const [dir] = process.argv.slice(2);
if (dir === undefined) throw new Error('Name the folder to index.');
process.stdout.write(JSON.stringify(await indexSite({ dir, now: new Date() })));
