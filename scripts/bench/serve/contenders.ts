import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fileOf } from '../../../site/publish/files.ts';
import { findNginx, runNginx } from '../../nginx/run-nginx.ts';
import { freePort, untilListening } from '../../ports.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A server of the same page, in a process of its own. */
export interface Contender {
  /** Without a slash at the end. */
  readonly url: string;
  /** What it has taken of a core so far, in microseconds; undefined where that cannot be told. */
  readonly cpuMicros?: () => number | undefined;
  readonly stop: () => Promise<void>;
}

/** Our own server's code with its folder. */
export function startOurs(site: string): Promise<Contender> {
  const script = join(ROOT, 'scripts/bench/serve/main.ts');
  return startNode((port) => ({ args: [script, site, String(port)], env: {} }));
}

/** @returns undefined where it is not installed */
export async function startNginx(dir: string, site: string): Promise<Contender | undefined> {
  const program = findNginx();
  // What stands behind it is not asked for anything.
  const options = { root: site, upstream: '127.0.0.1:9', redirectsMap: undefined };
  return program === undefined ? undefined : runNginx(program, dir, options);
}

/**
 * Astro's own server for Node, standing alone: a project of one page with ours among its files.
 *
 * @param dir where the project is made and built
 */
export async function startAstroNode(dir: string, site: string, path: string): Promise<Contender> {
  const page = fileOf(join(dir, 'public'), path);
  mkdirSync(dirname(page), { recursive: true });
  mkdirSync(join(dir, 'src/pages'), { recursive: true });
  cpSync(fileOf(site, path), page);
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
  writeFileSync(join(dir, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(dir, 'src/pages/index.astro'), '<p>A page.</p>');
  writeFileSync(
    join(dir, 'astro.config.mjs'),
    `import node from '${import.meta.resolve('@astrojs/node')}';
    export default { adapter: node({ mode: 'standalone' }) };`,
  );
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const astro = join(ROOT, 'node_modules/astro/bin/astro.mjs');
  await promisify(execFile)(process.execPath, [astro, 'build'], { cwd: dir, env });
  return startNode((port) => ({
    args: [join(dir, 'dist/server/entry.mjs')],
    env: { HOST: '127.0.0.1', PORT: String(port) },
  }));
}

async function startNode(
  command: (port: number) => {
    readonly args: readonly string[];
    readonly env: Readonly<Record<string, string>>;
  },
): Promise<Contender> {
  const port = await freePort();
  const { args, env } = command(port);
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = (): Promise<void> => {
    child.kill('SIGTERM');
    return ended;
  };
  try {
    await untilListening(port);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, cpuMicros: () => cpuMicrosOf(child.pid), stop };
}

/** Linux counts it in hundredths of a second, in the 14th and the 15th field. */
function cpuMicrosOf(pid: number | undefined): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ');
    return (Number(fields[13]) + Number(fields[14])) * 10_000;
  } catch {
    return undefined;
  }
}
