import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { createRefresher } from './refresher.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A refresher whose loads take 100 ms, and how many have begun and ended. */
function aRefresher() {
  const loads = { begun: 0, ended: 0 };
  const load = async () => {
    loads.begun += 1;
    await new Promise((resolve) => void setTimeout(resolve, 100));
    loads.ended += 1;
  };
  return { loads, ...createRefresher(load, 200) };
}

/** Whether a promise has been kept by now. */
function told(promise: Promise<void>): () => boolean {
  let kept = false;
  void (async () => {
    await promise;
    kept = true;
  })();
  return () => kept;
}

describe('createRefresher', () => {
  test('loads once for all that is asked for soon', async () => {
    const { loads, soon } = aRefresher();
    const asked = [soon(), soon(), soon()];
    await vi.advanceTimersByTimeAsync(199);
    expect(loads.begun).toBe(0);
    await vi.advanceTimersByTimeAsync(101);
    await Promise.all(asked);
    expect(loads).toEqual({ begun: 1, ended: 1 });
  });

  test('loads again for what is asked for meanwhile, and only then says it is in', async () => {
    const { loads, soon } = aRefresher();
    void soon();
    await vi.advanceTimersByTimeAsync(250);
    const isIn = told(soon());
    await vi.advanceTimersByTimeAsync(200);
    expect([loads.ended, isIn()]).toEqual([1, false]);
    await vi.advanceTimersByTimeAsync(200);
    expect([loads.ended, isIn()]).toEqual([2, true]);
  });

  test('goes on loading in a flood', async () => {
    const { loads, soon } = aRefresher();
    for (let at = 0; at < 300; at += 1) {
      void soon();
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(loads.ended).toBeGreaterThanOrEqual(9);
  });

  test('does not take a load that was overtaken for being in', async () => {
    const { loads, now, soon } = aRefresher();
    const isIn = told(soon());
    await vi.advanceTimersByTimeAsync(250);
    void now();
    await vi.advanceTimersByTimeAsync(60);
    expect([loads.ended, isIn()]).toEqual([1, false]);
    await vi.advanceTimersByTimeAsync(60);
    expect([loads.ended, isIn()]).toEqual([2, true]);
  });

  test('takes what is loaded now for what was asked for soon', async () => {
    const { loads, now, soon } = aRefresher();
    const asked = soon();
    void now();
    await vi.advanceTimersByTimeAsync(1000);
    await asked;
    expect(loads.begun).toBe(1);
  });

  test('forgets what was asked for when it is stopped', async () => {
    const { loads, soon, stop } = aRefresher();
    const asked = soon();
    stop();
    await vi.advanceTimersByTimeAsync(1000);
    await asked;
    expect(loads.begun).toBe(0);
  });
});
