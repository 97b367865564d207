import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../store/database.ts';
import { createStore } from '../store/store.ts';
import { createHistory } from './history.ts';
import { forgetDeleted } from './retention.ts';

const create = (_id: string) => ({ kind: 'create', id: _id, doc: { _type: 'note' } }) as const;

const remove = (id: string) => ({ kind: 'delete', id }) as const;

describe('forgetDeleted', () => {
  test('forgets what is wholly gone for long enough, and nothing else', () => {
    const dir = mkdtempSync(join(tmpdir(), 'lake-'));
    const db = openDatabase(dir);
    onTestFinished(() => {
      db.close();
      rmSync(dir, { recursive: true });
    });
    let day = '2026-01-01';
    const store = createStore(db, () => new Date(day));
    store.mutate([create('gone'), create('drafts.gone'), create('half'), create('drafts.half')], {
      author: 'a',
    });
    store.mutate([remove('gone'), remove('drafts.gone'), remove('drafts.half')], { author: 'a' });
    day = '2026-02-01';
    store.mutate([create('late')], { author: 'a' });
    store.mutate([remove('late')], { author: 'a' });

    expect(forgetDeleted(db, new Date('2026-02-10'), 30)).toBe(4);
    const history = createHistory(db, store.documents);
    const left = ['gone', 'drafts.gone', 'half', 'drafts.half', 'late'].filter(
      (id) => history.stateAt(id, 'last') !== undefined,
    );
    expect(left).toEqual(['half', 'drafts.half', 'late']);
  });
});
