/** Loads again and again, never twice at once, and not oftener than it must. */
export interface Refresher {
  /** Loads at once. Ends when what was loaded is in. */
  readonly now: () => Promise<void>;
  /**
   * Loads soon, together with what else is asked for until then. Ends when a load is in that began after the asking.
   * A flood of these does not put loading off.
   */
  readonly soon: () => Promise<void>;
  /** Forgets what was asked for. */
  readonly stop: () => void;
}

/**
 * @param load never rejects; what it finds late, after a later load has begun, it must drop itself
 * @param settleMs how long to wait for more before loading soon
 */
export function createRefresher(load: () => Promise<void>, settleMs: number): Refresher {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let next: PromiseWithResolvers<void> | undefined;

  // What a later load has overtaken is in with that one.
  const untilIn = async (mine: Promise<void>): Promise<void> => {
    await mine;
    if (running !== undefined && running !== mine) await untilIn(running);
  };
  const begin = async (): Promise<void> => {
    timer = undefined;
    const asked = next;
    next = undefined;
    const mine = load();
    running = mine;
    await untilIn(mine);
    asked?.resolve();
    if (running !== mine) return;
    running = undefined;
    if (next !== undefined) schedule();
  };
  const schedule = (): void => {
    timer ??= setTimeout(() => void begin(), settleMs);
  };

  return {
    now() {
      clearTimeout(timer);
      return begin();
    },
    soon() {
      next ??= Promise.withResolvers();
      if (running === undefined) schedule();
      return next.promise;
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      next?.resolve();
      next = undefined;
    },
  };
}
