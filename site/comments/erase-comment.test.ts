import { join } from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import { aStore } from '../../tests/fixtures/store.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { openErasures } from '../privacy/erasures.ts';
import { eraseComment } from './erase-comment.ts';

const EMAIL = 'ann@example.org';

async function storedComments() {
  const dir = temporaryFolder();
  const client = await aStore(join(dir, 'lake'));
  for (const id of ['public', 'drafts.held', 'other']) {
    const article = { _type: 'reference', _ref: 'article-1', _weak: true };
    const submittedAt = '2026-11-01T00:00:00Z';
    await client.create({ _id: id, _type: 'comment', name: 'Ann', article, submittedAt });
    const _id = `private.comment.${id.replace('drafts.', '')}`;
    await client.create({ _id, _type: 'privateComment', email: EMAIL });
  }
  const erasures = openErasures(join(dir, 'erasures.sqlite'));
  onTestFinished(() => erasures.close());
  const forgotten: string[] = [];
  const traces = {
    idsOf: () => [],
    eraseComments: (ids: readonly string[]) => void forgotten.push(...ids),
    eraseAddress: () => expect.unreachable(),
  };
  const left = (): Promise<string[]> => client.fetch('*[_type match "*omment"]._id | order(@)');
  return { client, erasures, traces, forgotten, left, now: new Date('2026-11-20T12:00:00Z') };
}

describe('eraseComment', () => {
  test.for(['public', 'held'])('erases a %s comment, and no other from its address', async (id) => {
    const store = await storedComments();
    const before = await store.left();
    await eraseComment(id, store);
    const gone = [id, `drafts.${id}`, `private.comment.${id}`];
    expect(await store.left()).toEqual(before.filter((each) => !gone.includes(each)));
    expect(store.forgotten).toEqual([id]);
    expect(store.erasures.all()).toEqual([id]);
    expect(store.erasures.unfinished()).toEqual([]);
  });
});
