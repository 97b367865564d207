import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { hashOfPages, readSources, ROOT } from './sources.ts';

const problemMessage = z.object({ problem: z.string() });
/** How often to begin anew while somebody goes on writing. */
const MOST_TRIES = 3;

/**
 * Compiles the site, unless it was compiled from the same sources before.
 *
 * Writes `<dir>/<hash>/client` (assets to serve) and `<dir>/<hash>/server` (the bundle).
 *
 * @param dir where compiled sites are kept
 * @param signal ends the compiler; nothing of its work stays
 * @returns the folder of the compiled site
 * @throws Error when the sources do not compile; it says where and why, as the compiler does
 */
export async function compileSite(dir: string, signal?: AbortSignal): Promise<string> {
  mkdirSync(dir, { recursive: true });
  for (let tries = 1; ; tries += 1) {
    const name = hashOfPages(readSources());
    const target = resolve(dir, name);
    if (existsSync(target)) return target;
    const unfinished = `${target}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    await compileInto(unfinished, signal);
    if (hashOfPages(readSources()) === name) {
      renameSync(unfinished, target);
      return target;
    }
    // It was made from some files before and some after a change: no later run may take it for either.
    if (tries === MOST_TRIES) return unfinished;
    rmSync(unfinished, { recursive: true });
  }
}

/** Removes what was compiled and is not used: interrupted work, and other folders than these. */
export async function sweepCompiled(dir: string, used: readonly string[]): Promise<void> {
  if (!existsSync(dir)) return;
  const kept = new Set(used.map((folder) => basename(folder)));
  for (const name of readdirSync(dir)) {
    if (!kept.has(name)) await rm(join(dir, name), { recursive: true, force: true });
  }
}

/** Compiles in a process of its own: the compiler's memory goes with it. */
async function compileInto(dir: string, signal: AbortSignal | undefined): Promise<void> {
  const script = fileURLToPath(new URL('./compile-process.ts', import.meta.url));
  // The compiler would report its use to its makers.
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const compiler = fork(script, [dir], { cwd: ROOT, env, silent: true, signal, execArgv: [] });
  let said = '';
  for (const stream of [compiler.stdout, compiler.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => void (said += text));
  }
  let problem: Error | undefined;
  compiler.on('message', (message) => {
    const told = problemMessage.safeParse(message);
    if (told.success) problem = new Error(told.data.problem);
  });
  compiler.once('error', (error) => (problem = error));
  const { promise, resolve: settle, reject } = Promise.withResolvers<void>();
  compiler.once('close', (code) => {
    const died = `The compiler ended early (${code}). ${said}`.trim();
    if (code === 0) settle();
    else reject(problem ?? new Error(died));
  });
  try {
    await promise;
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}
