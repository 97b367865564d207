import { spawn } from 'node:child_process';
import { glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';

export interface RunOptions {
  /** The command is ended after so long. */
  readonly seconds: number;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunResult {
  readonly ok: boolean;
  /** What the command printed, or why it did not run. */
  readonly output: string;
}

/** All that finding a browser reads of and does to the machine, so that tests can pass another. */
export interface Machine {
  readonly platform: string;
  readonly arch: string;
  readonly home: string;
  readonly isRoot: boolean;
  /** A folder of the project's that Git ignores and `npm ci` empties. */
  readonly cache: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  log(line: string): void;
  /** Runs to the end, with a sign of life every 15 seconds; never rejects. */
  run(command: string, args: readonly string[], options: RunOptions): Promise<RunResult>;
  /** Paths that match a glob pattern, in any order. */
  find(pattern: string): Promise<readonly string[]>;
  /** The file's text, or '' where there is none. */
  read(path: string): Promise<string>;
  writeExecutable(path: string, text: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

export const thisMachine: Machine = {
  platform: process.platform,
  arch: process.arch,
  home: homedir(),
  isRoot: process.getuid?.() === 0,
  cache: fileURLToPath(new URL('../../node_modules/.cache', import.meta.url)),
  env: process.env,
  log: (line) => void process.stderr.write(`${line}\n`),
  run,
  find,
  read: (path) => readFile(path, 'utf8').catch(() => ''),
  writeExecutable: (path, text) => writeFile(path, text, { mode: 0o755 }),
  makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
};

async function find(pattern: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const path of glob(pattern)) paths.push(path);
  return paths;
}

async function run(
  command: string,
  args: readonly string[],
  { seconds, cwd, env }: RunOptions,
): Promise<RunResult> {
  const started = Date.now();
  const pulse = setInterval(() => {
    thisMachine.log(`  … ${command} (${Math.round((Date.now() - started) / 1000)} s)`);
  }, 15_000);
  const { promise, resolve } = Promise.withResolvers<RunResult>();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: AbortSignal.timeout(seconds * 1000),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  child.once('error', ({ name, message }) => {
    const why = name === 'AbortError' ? `ended after ${seconds} s` : message;
    resolve({ ok: false, output: `${output}\n${why}` });
  });
  child.once('close', (code) => resolve({ ok: code === 0, output }));
  return promise.finally(() => clearInterval(pulse));
}
