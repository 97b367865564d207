import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 120_000;

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
 */
export async function startPublication(
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningPublication> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lymphwise-journey-'));
  for (const part of BUILT) share(builtFolder(part), join(dataDir, part));
  const [lakePort, studioPort, sitePort] = await freePorts(3);
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATA_DIR: dataDir,
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
    rmSync(dataDir, { recursive: true, force: true });
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
    for (const part of BUILT) share(join(dataDir, part), builtFolder(part));
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
    dataDir,
    output,
    stop,
  };
}

/** The first publication of a run builds; the others find built what has not changed. */
const BUILT = ['studio', 'site/compiled'];

function builtFolder(part: string): string {
  return join(process.env['BUILT_FOLDER'] ?? '', part);
}

function share(from: string, to: string): void {
  if (existsSync(from) && !existsSync(to)) cpSync(from, to, { recursive: true });
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
