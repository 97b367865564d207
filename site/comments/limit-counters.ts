import { RateLimiterMemory } from 'rate-limiter-flexible';

/** How often something happened since it first did, until the time is up and it begins anew. */
export interface Count {
  readonly consumedPoints: number;
  readonly msBeforeNext: number;
}

export interface Counter {
  get: (key: string) => Promise<Count | null>;
  /** Adds one. */
  penalty: (key: string) => Promise<Count>;
  /** Takes one away. */
  reward: (key: string) => Promise<Count>;
}

export interface Counters {
  open: (name: string, seconds: number) => Counter;
  close: () => void;
}

// Whoever counts knows how many are too many.
export const POINTS = Number.MAX_SAFE_INTEGER;

/** Counts in this process: a restart begins anew. */
export function openMemoryCounters(): Counters {
  return {
    open: (keyPrefix, duration) => new RateLimiterMemory({ keyPrefix, duration, points: POINTS }),
    close() {},
  };
}
