import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { build } from 'astro';
import { messageOf } from '../message-of.ts';
import { publisherAdapter } from './adapter.ts';

// What compile.ts runs: compiles the site in the working folder into the folder it is given.
const [dir] = process.argv.slice(2);
if (dir === undefined) throw new Error('Name the folder to compile into.');
// Whoever asked for it has gone.
process.once('disconnect', () => process.exit(1));

const cacheDir = join(dir, 'cache');
try {
  await build({
    root: process.cwd(),
    logLevel: 'error',
    outDir: dir,
    cacheDir,
    output: 'server',
    adapter: publisherAdapter(),
    // The bundle carries its packages, so that it runs from a data folder anywhere on the disk.
    // Those of the pictures are native: compiled-site.ts makes pictures outside of it.
    vite: { ssr: { noExternal: true, external: ['@resvg/resvg-js', 'satori', 'sharp'] } },
  });
  rmSync(cacheDir, { recursive: true, force: true });
  process.exit(0);
} catch (error) {
  process.send?.({ problem: describe(error) }, () => process.exit(1));
}

/** Where and why, as the compiler says it, without its own inner workings. */
function describe(error: unknown): string {
  const text = stripVTControlCharacters(messageOf(error));
  return text
    .replaceAll(`${process.cwd()}/`, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^(?: +at |Build failed with )/.test(line))
    .join('\n');
}
