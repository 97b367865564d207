import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';

import { startDelivery, toBackoff } from './delivery.ts';
import type { Deliver } from './delivery.ts';
import { heldComment } from './held-comment.fixture.ts';
import type { HeldComment } from './held-comment.ts';
import { openOutbox } from './outbox.ts';
import type { Outbox } from './outbox.ts';

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

/** A store that keeps what it is given. */
const createStore = () => {
  const received: HeldComment[] = [];
  const deliver: Deliver = async (comment) => {
    received.push(comment);
    return { status: 'delivered' };
  };
  return { received, deliver };
};

describe('openOutbox', () => {
  test('gives back what was added, oldest first, when it is due', () => {
    const outbox = open();
    const [first, second] = [heldComment(), heldComment({ parentId: 'p', moderation: 'spam' })];
    outbox.add(first, new Date(1000));
    outbox.add(second, new Date(2000));
    expect(outbox.due(new Date(1500))).toEqual([{ comment: first, attempts: 0 }]);
    expect(outbox.due(new Date(2000)).map(({ comment }) => comment)).toEqual([first, second]);
    expect(outbox.nextDue()).toEqual(new Date(1000));
  });

  test('refuses the same comment twice', () => {
    const outbox = open();
    const comment = heldComment();
    outbox.add(comment, now());
    expect(() => outbox.add(comment, now())).toThrow(/UNIQUE/);
  });

  test('puts off what is to be tried again, and counts', () => {
    const outbox = open();
    const comment = heldComment();
    outbox.add(comment, new Date(1000));
    outbox.retry(comment.id, new Date(5000));
    expect(outbox.due(new Date(4999))).toEqual([]);
    expect(outbox.due(new Date(5000))).toEqual([{ comment, attempts: 1 }]);
  });

  test('keeps what is set aside, and brings it back when asked', () => {
    const outbox = open();
    const comment = heldComment();
    outbox.add(comment, new Date(1000));
    outbox.park(comment.id, 'Gone.');
    expect(outbox.due(now())).toEqual([]);
    expect(outbox.state()).toEqual({ waiting: 0, parked: 1, reasons: ['Gone.'] });
    outbox.unparkAll(now());
    expect(outbox.due(now())).toEqual([{ comment, attempts: 0 }]);
  });

  test('sets aside an entry that it cannot read, and serves the others', () => {
    const file = newFile();
    const outbox = open(file);
    const other = new DatabaseSync(file);
    other.exec(`INSERT INTO waiting (id, comment, due) VALUES ('x', '{"old":true}', 0)`);
    other.exec(`INSERT INTO waiting (id, comment, due) VALUES ('y', 'not even JSON', 0)`);
    other.close();
    const comment = heldComment();
    outbox.add(comment, now());
    expect(outbox.due(now())).toEqual([{ comment, attempts: 0 }]);
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

  test('leaves nothing personal behind after delivery', () => {
    const file = newFile();
    const outbox = open(file);
    const comment = heldComment({ private: { email: 'very-private@example.org', ipHash: 'h' } });
    const bytes = () => [file, `${file}-wal`].map((name) => readFileSync(name, 'latin1')).join('');
    outbox.add(comment, now());
    expect(bytes()).toContain('very-private');
    outbox.delivered(comment.id);
    expect(outbox.state()).toEqual({ waiting: 0, parked: 0, reasons: [] });
    expect(bytes()).not.toContain('very-private');
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
    expect(store.received.map((comment) => comment.id)).toEqual([id]);
    expect(store.received[0]).toEqual(heldComment({ id }));
  });

  test('tries again after failures, and tells nothing personal', async () => {
    const outbox = open();
    const comment = heldComment();
    outbox.add(comment, now());
    let failures = 2;
    const { received, deliver } = createStore();
    const log = await empty(outbox, async (held) => {
      failures -= 1;
      if (failures >= 0) throw new Error(`cannot store ${held.private.email}`);
      return deliver(held);
    });
    expect(received).toEqual([comment]);
    expect(log.split('\n')).toHaveLength(2);
    expect(log).not.toContain('ann@');
  });

  test('sets aside what the store will never take, and goes on', async () => {
    const outbox = open();
    const [bad, good] = [heldComment(), heldComment()];
    outbox.add(bad, now());
    outbox.add(good, now());
    const { received, deliver } = createStore();
    await empty(outbox, async (held) =>
      held.id === bad.id ? { status: 'park', reason: 'Gone.' } : deliver(held),
    );
    expect(received).toEqual([good]);
    expect(outbox.state()).toEqual({ waiting: 0, parked: 1, reasons: ['Gone.'] });
  });

  test('tries at the next start what was set aside', async () => {
    const outbox = open();
    const comment = heldComment();
    outbox.add(comment, now());
    outbox.park(comment.id, 'Gone.');
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
      outbox.add(heldComment(), now());
      delivery.wake();
      // Lets the delivery run between two comments.
      if (count % 3 === 0) await Promise.resolve();
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
