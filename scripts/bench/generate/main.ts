import { generateSite } from '../../../site/publish/generate.ts';

// A process of its own, as the site's is: writes everything once, and says what that took.
const [file = '', compiled = '', dir = '', threads = ''] = process.argv.slice(2);
const task = { compiled, file, dir, now: new Date(), threads: Number(threads) };
const { files, failed } = await generateSite(task);
// In KiB; memory of the process with all its threads.
const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ files, failed: failed.slice(0, 3), maxRSS }));
