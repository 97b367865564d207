import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase, lockFolder } from './store/database.ts';

const MAIN = new URL('main.ts', import.meta.url).pathname;
const SIGN_IN = new URL('sign-in.ts', import.meta.url).pathname;

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'lake-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Runs a program until it ends; `onLine` is told each line of its output. */
function run(
  args: readonly string[],
  env: Record<string, string>,
  onLine: (line: string, stop: () => void) => void = () => undefined,
): Promise<{ code: number | null; out: string; err: string }> {
  const { NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, args, { env: { NODE_COMPILE_CACHE, ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => {
    out += String(data);
    onLine(out, () => child.kill('SIGTERM'));
  });
  child.stderr.on('data', (data) => (err += String(data)));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

describe('node lake/main.ts', () => {
  test('says one line when it is ready, and stops cleanly when told', async () => {
    const dir = folder();
    const env = { LAKE_PORT: '0', LAKE_DIR: dir, LAKE_STUDIO_ORIGINS: 'http://localhost:4001' };
    let link = '';
    const ended = await run([MAIN], env, (line, stop) => {
      const makeLink = async (): Promise<void> => {
        const asked = await run([SIGN_IN, '--name', 'Ann Example'], { LAKE_DIR: dir });
        link = asked.out + asked.err;
        stop();
      };
      void makeLink();
      expect(JSON.parse(line)).toMatchObject({
        ready: true,
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      });
    });
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out.trim().split('\n')).toHaveLength(1);
    const { url }: { url: string } = JSON.parse(ended.out);
    const { port } = new URL(url);
    const [start, end] = [`http://lymphwise.localhost:${port}/v1/auth/sign-in/`, ':4001'];
    expect(decodeURIComponent(link.trim())).toMatch(new RegExp(`^${start}\\S{20,}${end}$`));
    expect(existsSync(join(dir, 'running.json'))).toBe(false);
  });

  test.for([
    [
      'a damaged database',
      'backup',
      (dir: string) => writeFileSync(join(dir, 'lake.sqlite'), 'x'.repeat(5000)),
    ],
    [
      'a folder that cannot be one',
      'LAKE_DIR',
      (dir: string) => {
        rmSync(dir, { recursive: true });
        writeFileSync(dir, '');
      },
    ],
    [
      'a database that is a folder',
      'cannot be opened',
      (dir: string) => mkdirSync(join(dir, 'lake.sqlite')),
    ],
    [
      'another lake on the folder',
      'Another lake',
      (dir: string) => {
        openDatabase(dir).close();
        const lock = lockFolder(dir);
        onTestFinished(() => lock.close());
      },
    ],
  ] as const)('%s is told in one line', async ([, message, spoil]) => {
    const dir = folder();
    spoil(dir);
    const { code, out, err } = await run([MAIN], { LAKE_PORT: '0', LAKE_DIR: dir });
    expect([code, out]).toEqual([1, '']);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(message);
  });

  test('a port in use is told in one line', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, err } = await run([MAIN], { LAKE_PORT: String(port), LAKE_DIR: folder() });
    expect(code).toBe(1);
    expect(err).toContain(`Port ${port}`);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('node lake/sign-in.ts', () => {
  test('says so where no lake serves the folder', async () => {
    const dir = folder();
    writeFileSync(
      join(dir, 'running.json'),
      '{"pid":1e9,"projectId":"x","port":1,"studioOrigins":[]}',
    );
    const { code, out, err } = await run([SIGN_IN, '--name', 'Ann'], { LAKE_DIR: dir });
    expect(code).toBe(0);
    expect(out).toContain('lymphwise.localhost:3999');
    expect(err).toContain(`No lake serves ${dir}`);
  });

  test.for([
    [[], 'name'],
    [['--name', 'Ann', '--role', 'king'], '--role'],
    [['--name', 'Ann', '--origin', 'https://evil.example'], '--origin'],
    [['--nonsense'], 'nonsense'],
  ] as const)('%o is refused', async ([args, message]) => {
    const { code, err } = await run([SIGN_IN, ...args], { LAKE_DIR: folder() });
    expect(code).toBe(1);
    expect(err).toContain(message);
  });
});
