import { createClient } from '@redis/client';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { POINTS, type Counters } from './limit-counters.ts';

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
