import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';

import { startDelivery, StoreBusy, toBackoff } from './delivery.ts';
import type { Deliver } from './delivery.ts';
import { heldComment } from './held-comment.fixture.ts';
import type { HeldComment } from './held-comment.ts';
import { CHANGE_MS, openOutbox } from './outbox.ts';
import type { Outbox } from './outbox.ts';
import { aPrint } from './print.fixture.ts';

const dir = mkdtempSync(join(tmpdir(), 'lymphwise-'));
afterAll(() => rmSync(dir, { recursive: true }));

const newFile = () => join(dir, randomUUID(), 'outbox.sqlite');
const open = (file = newFile()): Outbox => {
  const outbox = openOutbox(file);
  onTestFinished(outbox.close);
  return outbox;
};
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
  await vi.waitFor(() => expect(outbox.state().waiting).toBe(0));
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

const post = (outbox: Outbox, comment = heldComment(), at = now()): Promise<void> =>
  outbox.post(comment, aPrint(), at);

const bytesOf = (file: string): string =>
  [file, `${file}-wal`].map((name) => readFileSync(name, 'latin1')).join('');

const canary = { email: 'Very-Private@example.org', ipHash: 'h' };

describe('openOutbox', () => {
  test('gives back what was added, oldest first, when it is due', async () => {
    const outbox = open();
    const [first, second] = [heldComment(), heldComment({ parentId: 'p', moderation: 'spam' })];
    await post(outbox, first, new Date(1000));
    await post(outbox, second, new Date(2000));
    expect(outbox.due(new Date(1500), 9)).toMatchObject([
      { kind: 'post', comment: first, attempts: 0 },
    ]);
    const due = outbox.due(new Date(2000), 9);
    expect(due).toMatchObject([{ comment: first }, { comment: second }]);
    expect(outbox.due(new Date(2000), 1)).toHaveLength(1);
    expect(outbox.nextDue()).toEqual(new Date(1000));
  });

  test('refuses the same comment twice, and keeps others of the same moment', async () => {
    const outbox = open();
    const comment = heldComment();
    const added = [comment, comment, heldComment()].map((each) => post(outbox, each));
    const settled = await Promise.allSettled(added);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outbox.state().waiting).toBe(2);
  });

  test('puts off what is to be tried again, and counts', async () => {
    const outbox = open();
    await post(outbox, heldComment(), new Date(1000));
    const [operation] = outbox.due(now(), 9);
    outbox.retry([operation?.seq ?? 0], new Date(5000));
    expect(outbox.due(new Date(4999), 9)).toEqual([]);
    expect(outbox.due(new Date(5000), 9)).toMatchObject([{ attempts: 1 }]);
  });

  test('keeps what is set aside, and brings it back when asked', async () => {
    const outbox = open();
    await post(outbox);
    const [operation] = outbox.due(now(), 9);
    outbox.park(operation?.seq ?? 0, 'Gone.');
    expect(outbox.due(now(), 9)).toEqual([]);
    expect(outbox.state()).toEqual({ waiting: 0, parked: 1, reasons: ['Gone.'] });
    outbox.unparkAll(now());
    expect(outbox.due(now(), 9)).toMatchObject([{ attempts: 0 }]);
  });

  test('tells of a change only after what came before it', async () => {
    const outbox = open();
    const comment = heldComment();
    await post(outbox, comment, new Date(1000));
    await outbox.edit({ ...comment, source: 'Changed.' }, new Date(1001));
    const [first, ...others] = outbox.due(now(), 9);
    expect([first?.kind, others]).toEqual(['post', []]);
    outbox.retry([first?.seq ?? 0], new Date(Date.now() + 60_000));
    expect(outbox.due(now(), 9)).toEqual([]);
    outbox.delivered([first?.seq ?? 0], now());
    expect(outbox.due(now(), 9)).toMatchObject([{ kind: 'edit', comment: { source: 'Changed.' } }]);
  });

  test('forgets at once what its author deletes, and still tells the store', async () => {
    const file = newFile();
    const outbox = open(file);
    const comment = heldComment({ private: canary, submittedAt: now().toISOString() });
    await post(outbox, comment);
    await outbox.remove(comment.id, now());
    expect(outbox.find(comment.id)).toEqual({ comment: undefined, waiting: true });
    expect(outbox.due(now(), 9)).toMatchObject([{ kind: 'delete', id: comment.id }]);
    expect(bytesOf(file)).not.toMatch(/very-private/i);
  });

  test('keeps a delivered comment for its fifteen minutes, and then nothing of it', async () => {
    const file = newFile();
    const outbox = open(file);
    const comment = heldComment({ private: canary });
    const at = new Date(1_000_000);
    await post(outbox, comment, at);
    outbox.delivered(
      outbox.due(at, 9).map(({ seq }) => seq),
      at,
    );
    expect(outbox.find(comment.id)).toEqual({ comment, waiting: false });
    outbox.sweep(new Date(at.getTime() + CHANGE_MS));
    expect(outbox.find(comment.id)).toBeDefined();
    outbox.sweep(new Date(at.getTime() + CHANGE_MS + 1));
    expect(outbox.find(comment.id)).toBeUndefined();
    expect(bytesOf(file)).not.toMatch(/very-private/i);
  });

  test('finds and erases what came from an address', async () => {
    const file = newFile();
    const outbox = open(file);
    const comment = heldComment({ private: canary });
    await post(outbox, comment);
    await post(outbox);
    expect(outbox.idsOf('very-private@EXAMPLE.org')).toEqual([comment.id]);
    outbox.erase([comment.id]);
    expect(outbox.idsOf('very-private@example.org')).toEqual([]);
    expect(outbox.state().waiting).toBe(1);
    expect(bytesOf(file)).not.toMatch(/very-private/i);
  });

  test('knows a text again for a day: from the same sender, and from others', async () => {
    const outbox = open();
    const comment = heldComment();
    const print = aPrint({ networks: ['today'] });
    await outbox.post(comment, print, now());
    const again = aPrint({ networks: ['tomorrow', 'today'] });
    expect(outbox.findAgain(again, now())).toBe(comment.id);
    for (const other of [{ sender: 'x' }, { place: 'x' }, { networks: ['x'] as const }]) {
      expect(outbox.findAgain({ ...again, ...other }, now())).toBeUndefined();
      expect(outbox.isKnown({ ...again, ...other }, now())).toBe(true);
    }
    expect(outbox.isKnown(aPrint({ text: 'x' }), now())).toBe(false);
    const nextDay = new Date(Date.now() + 86_400_000);
    expect(outbox.findAgain(again, nextDay)).toBeUndefined();
    expect(outbox.isKnown(again, nextDay)).toBe(false);
  });

  test('brings what waits in a file of the first form along', () => {
    const file = newFile();
    mkdirSync(dirname(file), { recursive: true });
    const first = new DatabaseSync(file);
    first.exec(`CREATE TABLE waiting (id TEXT PRIMARY KEY, comment TEXT NOT NULL,
      due INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, parked TEXT) STRICT`);
    const { notices: _none, ...comment } = heldComment();
    first
      .prepare('INSERT INTO waiting (id, comment, due, attempts) VALUES (?, ?, 1000, 2)')
      .run(comment.id, JSON.stringify(comment));
    first.close();
    for (const outbox of [open(file), open(file)]) {
      expect(outbox.due(now(), 9)).toMatchObject([{ kind: 'post', comment, attempts: 2 }]);
      expect(outbox.idsOf('ANN@example.org')).toEqual([comment.id]);
    }
  });

  test('sets aside an entry that it cannot read, and serves the others', async () => {
    const file = newFile();
    const outbox = open(file);
    const other = new DatabaseSync(file);
    for (const [id, text] of [
      ['x', '{"old":true}'],
      ['y', 'not even JSON'],
    ] as const) {
      other.prepare('INSERT INTO comments VALUES (?, ?, NULL, 0)').run(id, text);
      other.prepare(`INSERT INTO operations (id, kind, due) VALUES (?, 'post', 0)`).run(id);
    }
    other.close();
    const comment = heldComment();
    await post(outbox, comment);
    expect(outbox.due(now(), 9)).toMatchObject([{ comment }]);
    expect(outbox.state()).toMatchObject({ waiting: 1, parked: 2 });
  });

  test('writes ahead, to files that only this user may read', () => {
    const file = newFile();
    open(file);
    const other = new DatabaseSync(file);
    expect(other.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    other.close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

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
    await vi.waitFor(() => expect(asked).toBe(1));
    await vi.waitFor(() => expect(outbox.nextDue()?.getTime()).toBe(clock.ms + 3000));
    await outbox.post(heldComment(), aPrint(), new Date(clock.ms));
    delivery.wake();
    await delivery.stop();
    expect(asked).toBe(1);
  });

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
      onDelivered: ({ id }) => told.push(id),
    });
    await vi.waitFor(() => expect(outbox.state().waiting).toBe(0));
    await delivery.stop();
    expect(told).toEqual([good.id]);
    expect(outbox.state()).toEqual({ waiting: 0, parked: 1, reasons: ['Gone.'] });
  });

  test('tries at the next start what was set aside', async () => {
    const outbox = open();
    const comment = heldComment();
    await post(outbox, comment);
    outbox.park(outbox.due(now(), 9)[0]?.seq ?? 0, 'Gone.');
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
    await vi.waitFor(() => expect(received).toHaveLength(20));
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
