import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { MEMORY_ENV, RUNNING_FLAGS } from '../../site/publish/memory.ts';
import type { Progress } from '../../site/publish/progress.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const readyLine = z.object({
  ready: z.literal(true),
  url: z.string(),
  signIn: z.string().optional(),
});
export type Ready = z.infer<typeof readyLine>;
const progressMessage = z.object({
  progress: z.object({ done: z.number(), all: z.number() }),
});

export interface Child {
  readonly name: string;
  /** Undefined where it could not be started. */
  readonly pid: number | undefined;
  /** What the child said when it was ready. @throws Error when it ended before that */
  readonly ready: Promise<Ready>;
  /** Settles with the exit code, null after a signal. */
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<void>;
}

interface ChildOptions {
  /** Path of the script, from the root of the repository. */
  readonly script: string;
  readonly name: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told each line the child writes about itself. */
  readonly log: (line: string) => void;
  /** Told how far the child is with writing all pages. */
  readonly onProgress?: Progress;
}

const PATIENCE_MS = 5000;

/**
 * Starts a server of this repository in a process of its own.
 *
 * The child prints one JSON line, `{"ready":true,"url":…}`, when it answers. It holds an IPC
 * channel to this process and ends when that breaks, so that none is left behind.
 */
export function startChild({ script, name, env, log, onProgress }: ChildOptions): Child {
  const child = spawn(process.execPath, [...RUNNING_FLAGS, script], {
    cwd: ROOT,
    env: { ...MEMORY_ENV, ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C is told this process alone, which ends the others in their order.
    detached: true,
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => resolve(1));
  });
  child.on('message', (message) => {
    const told = progressMessage.safeParse(message);
    if (told.success) onProgress?.(told.data.progress.done, told.data.progress.all);
  });
  if (child.stderr !== null) createInterface({ input: child.stderr }).on('line', log);
  const ready = new Promise<Ready>((resolve, reject) => {
    if (child.stdout !== null) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const parsed = readyLine.safeParse(toJson(line));
        if (parsed.success) resolve(parsed.data);
        else log(line);
      });
    }
    void ended.then((code) =>
      reject(new Error(`The ${name} ended before it was ready (${code}).`)),
    );
  });
  // Whoever waits for it hears of it; nobody else needs to.
  ready.catch(() => undefined);
  return {
    name,
    pid: child.pid,
    ready,
    ended,
    async stop() {
      child.kill('SIGTERM');
      const killer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(killer);
    },
  };
}

function toJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
