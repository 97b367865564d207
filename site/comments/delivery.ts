import { setTimeout as delay } from 'node:timers/promises';

import type { Operation, Outbox } from './outbox.ts';
import { nameOf } from '../message-of.ts';

/** What became of an operation. Reasons tell nothing personal. */
export type Outcome =
  | { status: 'delivered' }
  /** It failed by itself: the others need not wait for it. */
  | { status: 'later'; reason: string }
  /** The store will not take it as it is. */
  | { status: 'park'; reason: string };

/**
 * Tells the store of some operations, of different comments; may be called again for what it knows
 * already. Gives their outcomes in the same order.
 *
 * @throws StoreBusy when the store asks for patience; any error, when the store as a whole is at fault
 *   and all are to be tried again
 */
export type Deliver = (operations: readonly Operation[]) => Promise<readonly Outcome[]>;

/** The store takes no more for now. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
  /** Milliseconds; undefined where the store did not say. */
  readonly waitMs: number | undefined;

  constructor(waitMs: number | undefined) {
    super('The store asks for patience.');
    this.waitMs = waitMs;
  }
}

export interface DeliveryOptions {
  outbox: Pick<
    Outbox,
    | 'due'
    | 'nextDue'
    | 'delivered'
    | 'takeBack'
    | 'retry'
    | 'park'
    | 'unparkAll'
    | 'reviewParked'
    | 'sweep'
  >;
  deliver: Deliver;
  now: () => Date;
  /** Told of failures, a line each. */
  log: (line: string) => void;
  /** Told of what the store knows, before it is taken out: a kill in between tells it again. */
  onDelivered?: (operations: readonly Operation[]) => void;
  /** How long to wait after so many failures, in milliseconds. */
  backoff?: (attempts: number) => number;
}

export interface Delivery {
  /** The store was asked and could not take what there was. */
  isHeldUp: () => boolean;
  /** There is something to deliver. */
  wake: () => void;
  /** Finishes the attempt that is under way. */
  stop: () => Promise<void>;
}

/** Hosted Sanity takes about 25 writes a second from one address: each may carry as many comments. */
const GROUP = 25;
/**
 * Between two groups: each is a question and an answer, so 20 of them a second at most. What comes
 * meanwhile goes together.
 */
const PACE_MS = 50;
const SWEEP_MS = 60_000;
/** About seven minutes: after that it is not by chance. */
const MOST_ATTEMPTS = 12;

/** 1 s, 2 s, 4 s and so on to a minute. */
export function toBackoff(attempts: number): number {
  return Math.min(60_000, 1000 * 2 ** attempts);
}

/** Empties the outbox in the background, now and whenever something is due, a group at a time. */
export function startDelivery({
  outbox,
  deliver,
  now,
  log,
  onDelivered = () => {},
  backoff = toBackoff,
}: DeliveryOptions): Delivery {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  /** The store is left alone until then. */
  let quietUntil = 0;
  /** How often in a row it could take nothing. */
  let faults = 0;

  const attempt = async (group: readonly Operation[]): Promise<void> => {
    let outcomes: readonly Outcome[];
    try {
      outcomes = await deliver(group);
    } catch (error) {
      const asked = error instanceof StoreBusy ? error.waitMs : undefined;
      // Not all at the same moment, where several sites share a store.
      const wait = asked ?? backoff(faults) * (0.8 + Math.random() * 0.4);
      quietUntil = now().getTime() + wait;
      faults += 1;
      // Some of it may have arrived all the same.
      outbox.takeBack(group, now());
      log(`${toCount(group.length)} not delivered yet: ${nameOf(error)}`);
      return;
    }
    faults = 0;
    const erased = outbox.takeBack(group, now());
    const known: Operation[] = [];
    for (const [index, operation] of group.entries()) {
      const outcome = outcomes[index] ?? { status: 'later', reason: 'no outcome' };
      if (erased.has(operation.id)) continue;
      if (outcome.status === 'delivered') known.push(operation);
      else putOff(operation, outcome);
    }
    tell(known);
    outbox.delivered(
      known.map(({ seq }) => seq),
      now(),
    );
  };

  const putOff = (
    { seq, id, attempts }: Operation,
    { status, reason }: Exclude<Outcome, { status: 'delivered' }>,
  ): void => {
    const isHopeless = status === 'later' && attempts + 1 >= MOST_ATTEMPTS;
    if (status === 'later' && !isHopeless) {
      outbox.retry(seq, new Date(now().getTime() + backoff(attempts)));
      log(`Comment ${id} is not delivered yet: ${reason}`);
      return;
    }
    const why = isHopeless ? `It failed ${MOST_ATTEMPTS} times by itself (${reason}).` : reason;
    outbox.park(seq, why, now());
    log(`Comment ${id} was set aside: ${why}`);
  };

  const tell = (operations: readonly Operation[]): void => {
    try {
      onDelivered(operations);
    } catch (error) {
      log(`What follows a delivery could not be noted: ${nameOf(error)}`);
    }
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted && now().getTime() >= quietUntil) {
      const group = outbox.due(now(), GROUP);
      if (group.length === 0) return;
      // One after another: comments arrive in their order.
      await attempt(group);
      await delay(PACE_MS);
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
      const due = Math.max(next?.getTime() ?? 0, quietUntil) - now().getTime();
      if (next !== undefined) wakeIn(Math.max(0, due));
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

  const sweep = (): void => {
    try {
      for (const id of outbox.reviewParked(now())) {
        log(`Comment ${id} was forgotten: it had been set aside for 30 days.`);
      }
      outbox.sweep(now());
      wake();
    } catch (error) {
      log(`The outbox could not be swept: ${nameOf(error)}.`);
    }
  };
  const sweeping = setInterval(sweep, SWEEP_MS);
  sweeping.unref();

  outbox.unparkAll(now());
  wake();
  return {
    wake,
    isHeldUp: () => faults > 0,
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      clearInterval(sweeping);
      await running;
    },
  };
}

function toCount(count: number): string {
  return count === 1 ? 'A comment is' : `${count} comments are`;
}
