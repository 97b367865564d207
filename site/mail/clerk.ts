import type { Sending } from './sending.ts';
import { nameOf } from '../message-of.ts';

/** Lets mails go out as their time comes. */
export interface Clerk {
  /** There may be something to send. */
  wake: () => void;
  /** Finishes the mail that is under way. */
  stop: () => Promise<void>;
}

/** The longest delay a timer takes. */
const LONGEST_MS = 2 ** 31 - 1;
const FAULT_MS = 60_000;

export function startClerk(sending: Sending, now: () => Date, log: (line: string) => void): Clerk {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const wakeIn = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(wake, Math.min(Math.max(0, milliseconds), LONGEST_MS));
    timer.unref();
  };

  const work = async (): Promise<void> => {
    try {
      await sending.run(stopping.signal);
      // Before looking for the next: what is added from here on wakes another run.
      running = undefined;
      const next = sending.nextRun();
      if (next !== undefined) wakeIn(next.getTime() - now().getTime());
    } catch (error) {
      running = undefined;
      log(`The mail that waits cannot be read: ${nameOf(error)}.`);
      wakeIn(FAULT_MS);
    }
  };

  const wake = (): void => {
    if (stopping.signal.aborted || running !== undefined) return;
    running = work();
  };

  wake();
  return {
    wake,
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
