import { generateSite } from '../../../site/publish/generate.ts';
import { readDocuments } from '../document-file.ts';

// A process of its own, as the site's is: writes everything once, and says what that took.
const [file = '', compiled = '', dir = '', threads = ''] = process.argv.slice(2);
const documents = await readDocuments(file);
const task = { compiled, documents, dir, now: new Date() };
const { files, failed } = await generateSite({ ...task, threads: Number(threads) });
// In KiB; memory of the process with all its threads.
const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ files, failed: failed.slice(0, 3), maxRSS }));
