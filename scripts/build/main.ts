import { spawn } from 'node:child_process';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { askStore, toPlace } from '../ask-store.ts';
import { parseEnvironment } from '../environment.ts';
import { withRunningLake } from '../running-lake.ts';
import { commentsNote } from './comments-note.ts';

/** In the folder itself, so that it is on the same disk. */
const UNFINISHED = '.unfinished';

try {
  const { values } = parseArgs({ options: { outDir: { type: 'string', default: 'dist' } } });
  const variables = withRunningLake(process.env);
  const config = parseEnvironment(variables);
  if (!(await askStore(config))) {
    throw new Error(`The store at ${toPlace(config)} is empty. Fill it with npm run import.`);
  }
  await build(values.outDir, variables);
  const note = commentsNote(variables);
  if (note !== undefined) process.stderr.write(`${note}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** @throws Error when Astro fails or is ended; the folder is as it was then */
async function build(outDir: string, variables: NodeJS.ProcessEnv): Promise<void> {
  const unfinished = join(outDir, UNFINISHED);
  try {
    const code = await runAstro(unfinished, variables);
    if (code !== 0)
      throw new Error(`The build failed. What was in ${outDir} before is still there.`);
    putInPlace(unfinished, outDir);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** @returns its exit code; null where it was ended */
function runAstro(outDir: string, variables: NodeJS.ProcessEnv): Promise<number | null> {
  // By its place: Astro does not export it.
  const astro = new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url);
  const child = spawn(process.execPath, [fileURLToPath(astro), 'build', '--outDir', outDir], {
    stdio: 'inherit',
    env: { ...variables, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
}

/** Replaces what a folder holds, but for the history of whoever keeps one there. */
function putInPlace(from: string, to: string): void {
  for (const name of readdirSync(to)) {
    if (name !== UNFINISHED && name !== '.git') rmSync(join(to, name), { recursive: true });
  }
  for (const name of readdirSync(from)) renameSync(join(from, name), join(to, name));
}
