import { execFile } from 'node:child_process';
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
import { promisify } from 'node:util';

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
  mkdirSync(dir, { recursive: true });
  const unfinished = `${target}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  await compileInto(unfinished);
  renameSync(unfinished, target);
  return target;
}

/** Compiles in a process of its own: the compiler's memory goes with it. */
async function compileInto(dir: string): Promise<void> {
  const script = fileURLToPath(new URL('./compile-process.ts', import.meta.url));
  try {
    // The compiler would report its use to its makers.
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
    await promisify(execFile)(process.execPath, [script, dir], { cwd: ROOT, env });
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
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
