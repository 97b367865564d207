import { fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface StudioBuild {
  /** @throws Error when the Studio does not build */
  readonly done: Promise<void>;
  readonly stop: () => Promise<void>;
}

const SCRIPT = fileURLToPath(new URL('./studio-process.ts', import.meta.url));

/**
 * Builds the Studio, where its sources have changed, in a process of its own: what that takes of memory,
 * more than a gigabyte, goes with it.
 */
export function buildStudioApart(outDir: string, log: (line: string) => void): StudioBuild {
  // Ctrl-C is not told it: whoever builds ends it.
  const builder = fork(SCRIPT, [outDir], { silent: true, execArgv: [], detached: true });
  for (const stream of [builder.stdout, builder.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on('line', log);
  }
  const ended = new Promise<number | null>((resolve) => {
    builder.once('exit', resolve);
    builder.once('error', () => resolve(1));
  });
  const succeed = async (): Promise<void> => {
    const code = await ended;
    if (code !== 0) throw new Error(`The Studio could not be built (${code}).`);
  };
  const done = succeed();
  // Whoever waits for it hears of it; nobody else needs to.
  done.catch(() => undefined);
  return {
    done,
    async stop() {
      builder.kill('SIGKILL');
      await ended;
    },
  };
}
