import { describe, expect, onTestFinished, test, vi } from 'vitest';

import { key, limitsContract, send, sender, settings } from './limits-contract.fixture.ts';
import { createLimits, type Limits } from './limits.ts';
import { openRedisCounters } from './redis-counters.ts';
import { findRedis } from './redis.fixture.ts';
import type { StartRedis } from './redis.fixture.ts';

const redis = findRedis();
if ('start' in redis) holdToContract(redis.start);
else sayThatThereIsNone(redis.why);

function holdToContract(start: StartRedis): void {
  describe('createLimits in Redis', { timeout: 30_000 }, () => {
    limitsContract(async () => (await open(start)).limits);

    test('shares what it counts, and keeps it through a restart of the site', async () => {
      const { limits, server } = await open(start);
      await send(limits, 3, { networks: ['a'] });
      const lines: string[] = [];
      const other = countingIn(server.url, lines);
      onTestFinished(() => other.close());
      await vi.waitFor(() => expect(lines).toHaveLength(1), { timeout: 5000 });
      expect(await other.consume(sender({ networks: ['a'] }), settings)).toMatchObject({
        limit: 'minute',
      });
    });

    test('tells Redis no address', async () => {
      const { limits, server } = await open(start);
      await limits.consume({ networks: ['h4sh'], email: 'ann@example.org' }, settings);
      const keys = await server.keys();
      expect(keys).toHaveLength(4);
      expect(keys.join(' ')).not.toMatch(/ann|example/i);
    });

    test('counts in memory while Redis is away, and says so once', async () => {
      const { limits, lines, server } = await open(start);
      await server.stop();
      await vi.waitFor(() => expect(lines).toHaveLength(2), { timeout: 5000 });
      expect(lines[1]).toContain('Redis is away');
      await send(limits, 3, { networks: ['a'] });
      expect(await limits.consume(sender({ networks: ['a'] }), settings)).toMatchObject({
        limit: 'minute',
      });
      await server.startAgain();
      await vi.waitFor(() => expect(lines).toHaveLength(3), { timeout: 5000 });
      await send(limits, 3, { networks: ['a'] });
      expect(await server.keys()).not.toHaveLength(0);
    });

    test('does not wait for a Redis that hangs', async () => {
      const { limits, lines, server } = await open(start);
      server.hang();
      await send(limits, 1, {});
      expect(lines.at(-1)).toContain('Redis is away');
      const began = performance.now();
      await send(limits, 5, {});
      expect(performance.now() - began).toBeLessThan(1000);
    });
  });
}

function sayThatThereIsNone(why: string): void {
  test(`NOT RUN WITH REDIS, ${why}`, () => {
    expect(process.env['REDIS_PROMISED'], why).toBeUndefined();
  });
}

function countingIn(url: string, lines: string[]): Limits {
  return createLimits({ key, counters: openRedisCounters(url, (line) => lines.push(line)) });
}

/** Limits that count in a Redis of their own. */
async function open(start: StartRedis) {
  const server = await start();
  const lines: string[] = [];
  const limits = countingIn(server.url, lines);
  onTestFinished(() => limits.close());
  await vi.waitFor(() => expect(lines).toHaveLength(1), { timeout: 5000 });
  return { limits, lines, server };
}
