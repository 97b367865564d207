import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { FIRST_DATA_DIR } from '../fixtures/first-data-dir.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 240_000;

/** The whole publication, as the start command runs it, in a folder and on ports of its own. */
export interface RunningPublication {
  /** Without a slash at the end. */
  readonly site: string;
  readonly studio: string;
  readonly lake: string;
  readonly signIn: string;
  readonly dataDir: string;
  /** Everything it has printed. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts it and waits until it says that it is ready.
 *
 * @param settings more environment variables
 * @param dataDir stays when it has stopped; without one it gets a copy of the first publication's
 */
export async function startPublication(
  settings: Readonly<Record<string, string>> = {},
  dataDir?: string,
): Promise<RunningPublication> {
  const dir = dataDir ?? mkdtempSync(join(tmpdir(), 'lymphwise-journey-'));
  if (dataDir === undefined) beginFromTheFirst(dir);
  const [lakePort, studioPort, sitePort] = await freePorts(3);
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      DATA_DIR: dir,
      LAKE_PORT: String(lakePort),
      STUDIO_PORT: String(studioPort),
      SITE_PORT: String(sitePort),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await ended;
    if (dataDir === undefined) rmSync(dir, { recursive: true, force: true });
  };
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (line: string): void => {
      lines.push(line);
      if (line.includes('Ready in')) resolve();
    };
    createInterface({ input: child.stdout }).on('line', hear);
    createInterface({ input: child.stderr }).on('line', hear);
    const fail = (why: string): void => reject(new Error(`${why}\n${lines.join('\n')}`));
    void ended.then(() => fail('The publication ended before it was ready.'));
    setTimeout(() => fail('The publication was not ready in time.'), PATIENCE_MS).unref();
  });
  try {
    await ready;
  } catch (error) {
    await stop();
    throw error;
  }
  const output = (): string => lines.join('\n');
  const address = (label: string): string =>
    new RegExp(`^ *${label} +(\\S+?)/?$`, 'm').exec(output())?.[1] ?? '';
  return {
    site: address('Site'),
    studio: address('Studio'),
    lake: address('Lake'),
    signIn: address('Sign in'),
    dataDir: dir,
    output,
    stop,
  };
}

/** All but the pages, which each writes itself, and who has signed in. */
const PARTS = ['lake', 'robot-token', 'studio', 'site/compiled', 'site/pictures'];

function beginFromTheFirst(dir: string): void {
  for (const part of PARTS) {
    const from = join(FIRST_DATA_DIR, part);
    // A publication that was soon stopped has drawn no pictures yet.
    if (existsSync(from)) cpSync(from, join(dir, part), { recursive: true });
  }
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            resolve(typeof address === 'object' && address !== null ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => void server.close(resolve))));
  return ports;
}
