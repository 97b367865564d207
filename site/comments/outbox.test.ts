import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { describe, expect, test } from 'vitest';

import { heldComment } from './held-comment.fixture.ts';
import { newOutboxFile as newFile, openForTest as open, post } from './outbox.fixture.ts';
import { CHANGE_MS, openOutbox } from './outbox.ts';
import { aPrint } from './print.fixture.ts';

const now = () => new Date();

const bytesOf = (file: string): string =>
  [file, `${file}-wal`].map((name) => readFileSync(name, 'latin1')).join('');

const day = (count: number): Date => new Date(1_800_000_000_000 + count * 86_400_000);

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

  test('takes what comes twice at the same moment once', async () => {
    const outbox = open();
    const [first, second] = [heldComment(), heldComment()];
    const ids = await Promise.all(
      [first, second].map((each) => outbox.post(each, aPrint(), now())),
    );
    expect(ids).toEqual([first.id, first.id]);
    expect(outbox.state().waiting).toBe(1);
  });

  test('refuses an id that is taken, and keeps others of the same moment', async () => {
    const outbox = open();
    const comment = heldComment();
    const added = [comment, comment, heldComment()].map((each, index) =>
      outbox.post(each, aPrint({ text: `${index}` }), now()),
    );
    const settled = await Promise.allSettled(added);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outbox.state().waiting).toBe(2);
  });

  test('puts off what is to be tried again, and counts', async () => {
    const outbox = open();
    await post(outbox, heldComment(), new Date(1000));
    const [operation] = outbox.due(now(), 9);
    outbox.retry(operation?.seq ?? 0, new Date(5000));
    expect(outbox.due(new Date(4999), 9)).toEqual([]);
    expect(outbox.due(new Date(5000), 9)).toMatchObject([{ attempts: 1 }]);
  });

  test('keeps what is set aside, and brings it back when asked', async () => {
    const outbox = open();
    await post(outbox);
    const [operation] = outbox.due(now(), 9);
    outbox.park(operation?.seq ?? 0, 'Gone.', now());
    expect(outbox.due(now(), 9)).toEqual([]);
    expect(outbox.state()).toEqual({ waiting: 0, parked: 1, reasons: ['Gone.'], forgotten: 0 });
    outbox.unparkAll(now());
    expect(outbox.due(now(), 9)).toMatchObject([{ attempts: 0 }]);
  });

  test('tries again after a day what is set aside, and forgets it after 30', async () => {
    const file = newFile();
    const outbox = open(file);
    const comment = heldComment({ private: canary });
    await post(outbox, comment, day(0));
    for (let count = 0; count < 30; count += 1) {
      expect(outbox.reviewParked(new Date(day(count).getTime() - 1))).toEqual([]);
      expect(outbox.due(day(count), 9)).toHaveLength(count === 0 ? 1 : 0);
      expect(outbox.reviewParked(day(count))).toEqual([]);
      const [operation] = outbox.due(day(count), 9);
      outbox.park(operation?.seq ?? 0, 'Gone.', day(count));
    }
    expect(bytesOf(file)).toMatch(/very-private/i);
    expect(outbox.reviewParked(day(30))).toEqual([comment.id]);
    expect(outbox.state()).toEqual({ waiting: 0, parked: 0, reasons: [], forgotten: 1 });
    expect(bytesOf(file)).not.toMatch(/very-private/i);
  });

  test('never gives up a deletion', async () => {
    const outbox = open();
    const comment = heldComment();
    await post(outbox, comment, day(0));
    await outbox.remove(comment.id, day(0));
    outbox.park(outbox.due(day(0), 9)[0]?.seq ?? 0, 'Refused.', day(0));
    expect(outbox.reviewParked(day(40))).toEqual([]);
    expect(outbox.due(day(40), 9)).toMatchObject([{ kind: 'delete', id: comment.id }]);
  });

  test('takes back what was erased while the store was told of it', async () => {
    const outbox = open();
    const [erased, other] = [heldComment(), heldComment()];
    await post(outbox, erased);
    await post(outbox, other);
    const told = outbox.due(now(), 9);
    outbox.erase([erased.id]);
    expect([...outbox.takeBack(told, now())]).toEqual([erased.id]);
    expect(outbox.due(now(), 9)).toMatchObject([
      { kind: 'post', id: other.id },
      { kind: 'delete', id: erased.id, place: undefined },
    ]);
  });

  test('tells of a change only after what came before it', async () => {
    const outbox = open();
    const comment = heldComment();
    await post(outbox, comment, new Date(1000));
    expect(await outbox.edit({ ...comment, source: 'Changed.' }, 'text', new Date(1001))).toBe(
      true,
    );
    const [first, ...others] = outbox.due(now(), 9);
    expect([first?.kind, others]).toEqual(['post', []]);
    outbox.retry(first?.seq ?? 0, new Date(Date.now() + 60_000));
    expect(outbox.due(now(), 9)).toEqual([]);
    expect(outbox.nextDue()?.getTime()).toBeGreaterThan(Date.now());
    outbox.delivered([first?.seq ?? 0], now());
    expect(outbox.due(now(), 9)).toMatchObject([{ kind: 'edit', comment: { source: 'Changed.' } }]);
  });

  test('forgets at once what its author deletes, and still tells the store', async () => {
    const file = newFile();
    const outbox = open(file);
    const comment = heldComment({ private: canary, submittedAt: now().toISOString() });
    await post(outbox, comment);
    await outbox.remove(comment.id, now());
    // A change that was under way comes too late, and brings nothing back.
    expect(await outbox.edit(comment, 'text', now())).toBe(false);
    expect(outbox.find(comment.id)).toEqual({ comment: undefined, waiting: true });
    expect(outbox.due(now(), 9)).toMatchObject([
      { kind: 'delete', id: comment.id, place: { article: 'article-x', parent: null } },
    ]);
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

  test('goes on with a file that does not know since when something is set aside', () => {
    const file = newFile();
    openOutbox(file).close();
    const earlier = new DatabaseSync(file);
    earlier.exec(`ALTER TABLE operations DROP COLUMN parked_at;
      INSERT INTO operations (id, kind, due, parked) VALUES ('x', 'delete', 0, 'Gone.')`);
    earlier.close();
    const outbox = open(file);
    expect(outbox.state()).toMatchObject({ parked: 1 });
    outbox.unparkAll(now());
    outbox.park(outbox.due(now(), 9)[0]?.seq ?? 0, 'Gone.', now());
    expect(outbox.state()).toMatchObject({ parked: 1 });
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
