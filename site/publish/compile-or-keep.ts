import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { messageOf } from '../message-of.ts';
import { compileSite } from './compile.ts';
import type { Snapshot } from './snapshot.ts';
import { hashOfPages, readSources } from './sources.ts';

/** Compiled pages, and why they are not those of the newest code, where they are not. */
export interface CompiledOrKept {
  readonly compiled: string;
  readonly problem: string | undefined;
}

const LOOK_EVERY_MS = 1000;

/**
 * Compiles the site for a start. Where the code does not compile, the site goes on with the pages of
 * the last run; where there are none, it waits for code that does.
 *
 * @throws Error when `signal` ends it
 */
export async function compileOrKeep(
  dir: string,
  snapshot: Pick<Snapshot, 'made'>,
  signal: AbortSignal,
  log: (line: string) => void,
): Promise<CompiledOrKept> {
  for (;;) {
    try {
      return { compiled: await compileSite(dir, signal), problem: undefined };
    } catch (error) {
      signal.throwIfAborted();
      const problem = messageOf(error);
      log(`The code does not compile: ${problem}`);
      const [hash = ''] = snapshot.made()?.split(' ') ?? [];
      const last = join(dir, hash);
      const isThere = hash !== '' && existsSync(last);
      log(
        `${isThere ? 'The site goes on with that of the last run.' : 'There are no pages yet.'} The next save tries again.`,
      );
      if (isThere) return { compiled: last, problem };
      await untilChanged(hashOfPages(readSources()), signal);
    }
  }
}

async function untilChanged(hash: string, signal: AbortSignal): Promise<void> {
  do {
    await delay(LOOK_EVERY_MS, undefined, { signal });
  } while (hashOfPages(readSources()) === hash);
}
