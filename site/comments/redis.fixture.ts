import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createClient } from '@redis/client';
import { onTestFinished } from 'vitest';

import { freePort } from '../../scripts/ports.ts';

/** A Redis of its own for one test. */
export interface RedisServer {
  readonly url: string;
  keys: () => Promise<string[]>;
  stop: () => Promise<void>;
  startAgain: () => Promise<void>;
  /** It answers no more, but its connections stay. */
  hang: () => void;
}

export type StartRedis = () => Promise<RedisServer>;

/** How to start the Redis of this machine, or why there is none. */
export function findRedis(): { readonly start: StartRedis } | { readonly why: string } {
  const { status } = spawnSync('redis-server', ['--version']);
  return status === 0 ? { start } : { why: 'redis-server is not installed' };
}

async function start(): Promise<RedisServer> {
  const dir = mkdtempSync(join(tmpdir(), 'lymphwise-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child = await run(dir, port);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(async () => {
    await stop();
    rmSync(dir, { recursive: true, force: true });
  });
  return {
    url,
    stop,
    async keys() {
      const client = await createClient({ url }).connect();
      const keys = await client.keys('*');
      client.destroy();
      return keys;
    },
    async startAgain() {
      child = await run(dir, port);
    },
    hang: () => void child.kill('SIGSTOP'),
  };
}

async function run(dir: string, port: number): Promise<ChildProcess> {
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', dir];
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  for await (const chunk of child.stdout) {
    output += String(chunk);
    if (output.includes('Ready to accept connections')) break;
  }
  if (child.exitCode !== null) throw new Error(`redis-server did not start: ${output}`);
  return child;
}
