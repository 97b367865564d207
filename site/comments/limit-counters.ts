import { createClient } from '@redis/client';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';

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
const POINTS = Number.MAX_SAFE_INTEGER;

/** Counts in this process: a restart begins anew. */
export function openMemoryCounters(): Counters {
  return {
    open: (keyPrefix, duration) => new RateLimiterMemory({ keyPrefix, duration, points: POINTS }),
    close() {},
  };
}

const ALIVE_MS = 400;
const SILENCE_MS = 1000;

/**
 * Counts in Redis, for all processes that share it; in memory while it is away.
 *
 * @param log told once when Redis is there and once when it goes away
 */
export function openRedisCounters(url: string, log: (line: string) => void): Counters {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    // One that hangs is one that is away.
    pingInterval: ALIVE_MS,
    socket: { socketTimeout: SILENCE_MS },
  });
  let away = false;
  client.on('ready', () => {
    away = false;
    log('The limits of comments are counted in Redis.');
  });
  client.on('error', (error: unknown) => {
    if (away) return;
    away = true;
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
    log(`Redis is away (${why}): the limits of comments are counted in memory until it is back.`);
  });
  // A failure to connect is told as an error too, and tried again.
  client.connect().catch(() => undefined);
  return {
    open: (name, duration) =>
      new RateLimiterRedis({
        storeClient: client,
        useRedisPackage: true,
        rejectIfRedisNotReady: true,
        keyPrefix: `comments:${name}`,
        duration,
        points: POINTS,
        insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, duration, points: POINTS }),
      }),
    close() {
      if (client.isOpen) client.destroy();
    },
  };
}
