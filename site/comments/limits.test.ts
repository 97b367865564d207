import { afterEach, describe, expect, test, vi } from 'vitest';

import { key, limitsContract, send, sender, settings } from './limits-contract.fixture.ts';
import { openMemoryCounters } from './limit-counters.ts';
import { createLimits } from './limits.ts';

const inMemory = () => createLimits({ key, counters: openMemoryCounters() });

describe('createLimits in memory', () => {
  afterEach(() => void vi.useRealTimers());
  limitsContract(async () => inMemory());

  test('takes more when the time is up', async () => {
    vi.useFakeTimers();
    const limits = inMemory();
    await send(limits, 3, { networks: ['a'] });
    vi.advanceTimersByTime(59_000);
    expect(await limits.consume(sender({ networks: ['a'] }), settings)).toMatchObject({
      limit: 'minute',
      retryAfterS: 1,
    });
    vi.advanceTimersByTime(1000);
    await send(limits, 2, { networks: ['a'] });
    vi.advanceTimersByTime(60_000);
    expect(await limits.consume(sender({ networks: ['a'] }), settings)).toMatchObject({
      limit: 'day',
      retryAfterS: 86_400 - 120,
    });
  });

  test('waits only until enough of yesterday is forgotten', async () => {
    vi.useFakeTimers();
    const limits = inMemory();
    await send(limits, 4, { networks: ['yesterday'] });
    vi.advanceTimersByTime(23 * 3_600_000);
    await send(limits, 1, { networks: ['today', 'yesterday'] });
    expect(
      await limits.consume(sender({ networks: ['today', 'yesterday'] }), settings),
    ).toMatchObject({ limit: 'day', retryAfterS: 3600 });
  });
});
