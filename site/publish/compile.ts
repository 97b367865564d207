import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publisherAdapter } from './adapter.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the compiled site is made from: a change in any of these compiles it anew. */
const SOURCES = ['site/**/*', 'content/pages/**/*', 'astro.config.mjs', 'package-lock.json'];

/**
 * Compiles the site, unless it was compiled from the same sources before.
 *
 * Writes `<dir>/<hash>/client` (assets to serve) and `<dir>/<hash>/server` (the bundle).
 *
 * @param dir where compiled sites are kept
 * @returns the folder of the compiled site
 */
export async function compileSite(dir: string): Promise<string> {
  const target = resolve(dir, sourcesHash());
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const { build } = await import('astro');
  await build({
    root: ROOT,
    logLevel: 'error',
    outDir: unfinished,
    cacheDir: join(unfinished, 'cache'),
    output: 'server',
    adapter: publisherAdapter(),
    // The bundle carries its packages, so that it runs from a data folder anywhere on the disk.
    vite: { ssr: { noExternal: true } },
  });
  rmSync(join(unfinished, 'cache'), { recursive: true, force: true });
  renameSync(unfinished, target);
  return target;
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const file of globSync(SOURCES, { cwd: ROOT }).toSorted()) {
    const path = join(ROOT, file);
    if (statSync(path).isFile() && !file.endsWith('.test.ts')) {
      hash.update(file).update('\0').update(readFileSync(path)).update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}
