import type { HeldComment } from './held-comment.ts';
import type { Outbox } from './outbox.ts';

/** What became of one attempt. Reasons tell nothing personal. */
export type Outcome =
  | { status: 'delivered' }
  | { status: 'retry'; reason: string }
  | { status: 'park'; reason: string };

/** Brings one comment to the store; may be called again for a comment that is there already. */
export type Deliver = (comment: HeldComment) => Promise<Outcome>;

export interface DeliveryOptions {
  outbox: Outbox;
  deliver: Deliver;
  now: () => Date;
  /** Told of failures, a line each. */
  log: (line: string) => void;
  /** How long to wait after so many failures, in milliseconds. */
  backoff?: (attempts: number) => number;
}

export interface Delivery {
  /** There is something to deliver. */
  wake: () => void;
  /** Finishes the attempt that is under way. */
  stop: () => Promise<void>;
}

/** 1 s, 2 s, 4 s and so on to a minute. */
export function toBackoff(attempts: number): number {
  return Math.min(60_000, 1000 * 2 ** attempts);
}

/** Empties the outbox in the background, now and whenever something is due, one at a time. */
export function startDelivery({
  outbox,
  deliver,
  now,
  log,
  backoff = toBackoff,
}: DeliveryOptions): Delivery {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const attempt = async (comment: HeldComment, attempts: number): Promise<void> => {
    const outcome = await deliver(comment).catch((error: unknown): Outcome => ({
      status: 'retry',
      reason: nameOf(error),
    }));
    if (outcome.status === 'delivered') outbox.delivered(comment.id);
    else if (outcome.status === 'park') {
      outbox.park(comment.id, outcome.reason);
      log(`Comment ${comment.id} was set aside: ${outcome.reason}`);
    } else {
      outbox.retry(comment.id, new Date(now().getTime() + backoff(attempts)));
      log(`Comment ${comment.id} is not delivered yet: ${outcome.reason}`);
    }
  };

  const run = async (): Promise<void> => {
    for (let due = outbox.due(now()); due.length > 0; due = outbox.due(now())) {
      for (const { comment, attempts } of due) {
        if (stopping.signal.aborted) return;
        // One at a time: comments arrive in their order.
        await attempt(comment, attempts);
      }
    }
  };

  const wakeIn = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(wake, milliseconds);
    timer.unref();
  };

  const runThenWait = async (): Promise<void> => {
    try {
      await run();
      // Before looking for the next: a comment added from here on wakes another run.
      running = undefined;
      const next = outbox.nextDue();
      if (next !== undefined) wakeIn(Math.max(0, next.getTime() - now().getTime()));
    } catch (error) {
      running = undefined;
      log(`The outbox cannot be used: ${nameOf(error)}. Trying again.`);
      wakeIn(backoff(0));
    }
  };

  const wake = (): void => {
    if (stopping.signal.aborted || running !== undefined) return;
    running = runThenWait();
  };

  outbox.unparkAll(now());
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

/** Messages of the store may quote what it was sent; the kind of error may not. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown failure';
}
