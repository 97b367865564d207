import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';

import { describe, expect, onTestFinished, test, vi } from 'vitest';

import { startDelivery, StoreBusy, toBackoff } from './delivery.ts';
import type { Deliver } from './delivery.ts';
import { heldComment } from './held-comment.fixture.ts';
import type { HeldComment } from './held-comment.ts';
import { newOutboxFile as newFile, openForTest as open, post } from './outbox.fixture.ts';
import type { Outbox } from './outbox.ts';

const now = () => new Date();

/** Delivers with `deliver` until nothing waits. */
const empty = async (outbox: Outbox, deliver: Deliver) => {
  const log: string[] = [];
  const delivery = startDelivery({
    outbox,
    deliver,
    now,
    log: (line) => log.push(line),
    backoff: () => 1,
  });
  await vi.waitFor(() => expect(outbox.state().waiting).toBe(0), 10_000);
  await delivery.stop();
  return log.join('\n');
};

/** A store that keeps what it is given, and takes it. */
const createStore = () => {
  const received: (HeldComment | string)[] = [];
  const groups: number[] = [];
  const deliver: Deliver = async (operations) => {
    groups.push(operations.length);
    return operations.map((operation) => {
      received.push(operation.kind === 'delete' ? operation.id : operation.comment);
      return { status: 'delivered' };
    });
  };
  return { received, groups, deliver };
};

describe('startDelivery', () => {
  test('delivers once what a killed process had accepted', async () => {
    const file = newFile();
    const id = randomUUID();
    const script = join(import.meta.dirname, 'outbox-child.fixture.ts');
    const child = spawn(process.execPath, [script, file, id], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');

    const store = createStore();
    await empty(open(file), store.deliver);
    await empty(open(file), store.deliver);
    expect(store.received).toEqual([heldComment({ id })]);
  });

  test('delivers many together', async () => {
    const outbox = open();
    await Promise.all(Array.from({ length: 60 }, () => post(outbox)));
    const { received, groups, deliver } = createStore();
    await empty(outbox, deliver);
    expect(new Set(received.map((each) => JSON.stringify(each))).size).toBe(60);
    expect(groups).toEqual([25, 25, 10]);
  });

  test('delivers together what comes soon after the last', async () => {
    const outbox = open();
    await post(outbox);
    const { groups, deliver } = createStore();
    const delivery = startDelivery({ outbox, deliver, now, log: () => {} });
    await expect.poll(() => groups).toEqual([1]);
    // Nobody wakes it: it looks again by itself, a moment later.
    await Promise.all([post(outbox), post(outbox), post(outbox)]);
    await expect.poll(() => outbox.state().waiting).toBe(0);
    await delivery.stop();
    expect(groups).toEqual([1, 3]);
  });

  test('tries again after failures, and tells nothing personal', async () => {
    const outbox = open();
    const comment = heldComment();
    await post(outbox, comment);
    let failures = 2;
    const { received, deliver } = createStore();
    const log = await empty(outbox, async (operations) => {
      failures -= 1;
      if (failures >= 0) throw new Error(`cannot store ${JSON.stringify(operations)}`);
      return deliver(operations);
    });
    expect(received).toEqual([comment]);
    expect(log.split('\n')).toHaveLength(2);
    expect(log).not.toContain('ann@');
  });

  test('leaves a store alone for as long as it asks', async () => {
    const outbox = open();
    await post(outbox);
    let asked = 0;
    const clock = { ms: Date.now() };
    const delivery = startDelivery({
      outbox,
      deliver: async () => {
        asked += 1;
        throw new StoreBusy(3000);
      },
      now: () => new Date(clock.ms),
      log: () => {},
    });
    await expect.poll(() => delivery.isHeldUp()).toBe(true);
    await post(outbox, heldComment(), new Date(clock.ms));
    clock.ms += 2999;
    delivery.wake();
    expect(asked).toBe(1);
    clock.ms += 1;
    delivery.wake();
    await expect.poll(() => asked).toBe(2);
    await delivery.stop();
  });

  test('lets only what fails by itself wait, and sets it aside in the end', async () => {
    const outbox = open();
    const [odd, good] = [heldComment(), heldComment()];
    await post(outbox, odd);
    await post(outbox, good);
    const tried: string[] = [];
    const log = await empty(outbox, async (operations) => {
      tried.push(...operations.map(({ id }) => id));
      return operations.map(({ id }) =>
        id === odd.id ? { status: 'later', reason: 'ZodError' } : { status: 'delivered' },
      );
    });
    expect(tried.filter((id) => id === good.id)).toHaveLength(1);
    expect(tried.filter((id) => id === odd.id)).toHaveLength(12);
    expect(outbox.state()).toMatchObject({
      parked: 1,
      reasons: ['It failed 12 times by itself (ZodError).'],
    });
    expect(log).not.toContain('ann@');
  });

  test('counts no fault of the store against what waits', async () => {
    const outbox = open();
    const comment = heldComment();
    await post(outbox, comment);
    // More than are taken from one that fails by itself.
    let faults = 13;
    const { received, deliver } = createStore();
    await empty(outbox, async (operations) => {
      faults -= 1;
      if (faults >= 0) throw new TypeError('fetch failed');
      return faults === -1 ? [{ status: 'later', reason: 'ZodError' }] : deliver(operations);
    });
    expect(received).toEqual([comment]);
  });

  test.for(['arrives', 'is cut off'])(
    'takes back what is erased on its way, where that %s',
    async (how) => {
      const outbox = open();
      const comment = heldComment();
      await post(outbox, comment);
      const store = createStore();
      const [begun, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const told: string[] = [];
      const delivery = startDelivery({
        outbox,
        deliver: async (operations) => {
          begun.resolve();
          await held.promise;
          const outcomes = await store.deliver(operations);
          if (how === 'is cut off' && store.groups.length === 1) throw new Error('cut off');
          return outcomes;
        },
        now,
        log: () => {},
        onDelivered: (operations) => told.push(...operations.map(({ kind }) => kind)),
        backoff: () => 1,
      });
      await begun.promise;
      outbox.erase([comment.id]);
      held.resolve();
      await expect.poll(() => store.received).toEqual([comment, comment.id]);
      await expect.poll(() => outbox.state().waiting).toBe(0);
      await delivery.stop();
      expect(told).toEqual(['delete']);
    },
  );

  test('sets aside what the store will never take, and goes on', async () => {
    const outbox = open();
    const [bad, good] = [heldComment(), heldComment()];
    await post(outbox, bad);
    await post(outbox, good);
    const told: string[] = [];
    const delivery = startDelivery({
      outbox,
      deliver: async (operations) =>
        operations.map(({ id }) =>
          id === bad.id ? { status: 'park', reason: 'Gone.' } : { status: 'delivered' },
        ),
      now,
      log: () => {},
      onDelivered: (operations) => told.push(...operations.map(({ id }) => id)),
    });
    await expect.poll(() => outbox.state().waiting).toBe(0);
    await delivery.stop();
    expect(told).toEqual([good.id]);
    expect(outbox.state()).toMatchObject({ waiting: 0, parked: 1, reasons: ['Gone.'] });
  });

  test('says which comments it forgets, by their ids', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const outbox = open();
    const comment = heldComment();
    await post(outbox, comment);
    const clock = { ms: Date.now() };
    const log: string[] = [];
    const delivery = startDelivery({
      outbox,
      deliver: async () => [{ status: 'park', reason: 'Gone.' }],
      now: () => new Date(clock.ms),
      log: (line) => log.push(line),
    });
    await expect.poll(() => outbox.state().parked).toBe(1);
    clock.ms += 30 * 86_400_000;
    vi.advanceTimersByTime(60_000);
    await delivery.stop();
    expect(log.at(-1)).toBe(
      `Comment ${comment.id} was forgotten: it had been set aside for 30 days.`,
    );
    expect(outbox.state()).toEqual({ waiting: 0, parked: 0, reasons: [], forgotten: 1 });
  });

  test('tries at the next start what was set aside', async () => {
    const outbox = open();
    const comment = heldComment();
    await post(outbox, comment);
    outbox.park(outbox.due(now(), 9)[0]?.seq ?? 0, 'Gone.', now());
    const { received, deliver } = createStore();
    outbox.unparkAll(now());
    await empty(outbox, deliver);
    expect(received).toEqual([comment]);
  });

  test('delivers what is added while it runs', async () => {
    const outbox = open();
    const { received, deliver } = createStore();
    const delivery = startDelivery({ outbox, deliver, now, log: () => {} });
    for (let count = 1; count <= 20; count += 1) {
      await post(outbox);
      delivery.wake();
    }
    await expect.poll(() => received).toHaveLength(20);
    await delivery.stop();
  });
});

describe('toBackoff', () => {
  test('doubles from a second to a minute', () => {
    expect([0, 1, 2, 5, 6, 2000].map(toBackoff)).toEqual([
      1000, 2000, 4000, 32_000, 60_000, 60_000,
    ]);
  });
});
