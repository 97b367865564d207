import { messageOf } from '../message-of.ts';
import { hashOfPages, serverFiles, type Sources } from './sources.ts';

export interface CodeChangesOptions {
  /** Hash of the sources that the served pages are made from. */
  readonly served: string;
  /** Why those are not the newest sources, where they are not. */
  readonly problem: string | undefined;
  /** Reads the sources as they are now. */
  readonly read: () => Sources;
  /**
   * Goes over to the sources as they are now.
   *
   * @returns the hash of those that the served pages are made from then
   */
  readonly renew: (signal: AbortSignal) => Promise<string>;
  readonly log: (line: string) => void;
}

/** Brings changes of the code to the readers, one after the other. */
export interface CodeChanges {
  /** Why the newest code is not used, where it is not. */
  problem(): string | undefined;
  /** Says that sources may have changed. */
  look(): void;
  /** Settles when nothing is under way. */
  idle(): Promise<void>;
  /** Ends what is under way, and settles when nothing of it is left. */
  close(): Promise<void>;
}

/**
 * A change of what pages are made from makes the site anew, behind; a newer one ends that and begins
 * again. Code that fails is told, and the site goes on with what it had. Code of the server itself
 * needs a restart: that is told too.
 */
export function startCodeChanges(options: CodeChangesOptions): CodeChanges {
  const { read, renew, log } = options;
  let { served, problem } = options;
  let known = read();
  let underway: { readonly hash: string; readonly controller: AbortController } | undefined;
  let working: Promise<void> | undefined;
  let again = false;
  let closed = false;

  const attempt = async (hash: string): Promise<void> => {
    if (hash === served) {
      if (problem !== undefined) log('The code is again what the pages are made from.');
      problem = undefined;
      return;
    }
    const controller = new AbortController();
    underway = { hash, controller };
    log('The code has changed: making all pages anew. Readers keep those they have until then.');
    try {
      served = await renew(controller.signal);
      problem = undefined;
      log('Readers have the pages of the new code.');
    } catch (error) {
      if (controller.signal.aborted) return;
      problem = messageOf(error);
      log(`The new code is not used: ${problem}`);
      log('The site goes on as it was. The next save tries again.');
    } finally {
      underway = undefined;
    }
  };

  const work = async (): Promise<void> => {
    try {
      do {
        again = false;
        await attempt(hashOfPages(read()));
      } while (again);
    } catch (error) {
      log(`The code could not be read: ${messageOf(error)}`);
    } finally {
      working = undefined;
    }
  };

  const tellOfServer = (sources: Sources): void => {
    const files = serverFiles(sources);
    const changed = [...sources].filter(
      ([name, text]) => files.has(name) && known.has(name) && known.get(name) !== text,
    );
    known = sources;
    if (changed.length === 0) return;
    const names = changed.map(([name]) => name).join(', ');
    log(`The server runs with what it has read before of ${names}: restart to use it.`);
  };

  return {
    problem: () => problem,
    look() {
      if (closed) return;
      const sources = read();
      tellOfServer(sources);
      const hash = hashOfPages(sources);
      if (underway?.hash === hash) return;
      if (underway === undefined && hash === served && problem === undefined) return;
      again = true;
      underway?.controller.abort(new Error('The code has changed again.'));
      working ??= work();
    },
    async idle() {
      await working;
    },
    async close() {
      closed = true;
      again = false;
      underway?.controller.abort(new Error('The site has stopped.'));
      await working;
    },
  };
}
