import { expect, test } from 'vitest';

import { aStore } from '../../tests/fixtures/store.ts';
import { aMailFile, markOf } from '../mail/mail-file.fixture.ts';
import { createSeen } from '../mail/seen.ts';
import { createMailTraces } from '../mail/traces.ts';
import { forgetGone } from './forget-gone.ts';

test('forgetGone forgets what is noted about comments that are gone, and nothing else', async () => {
  const client = await aStore();
  const { file } = aMailFile();
  const seen = createSeen(file);
  const traces = createMailTraces(file, markOf);
  const ids = ['public', 'held', 'private-only', 'gone'];
  for (const id of ids) seen.add('came', id);
  await client.create({ _id: 'public', _type: 'comment' });
  await client.create({ _id: 'drafts.held', _type: 'comment' });
  await client.create({ _id: 'private.comment.private-only', _type: 'privateComment' });
  expect(await forgetGone(client, traces)).toBe(1);
  expect(ids.map((id) => seen.has('came', id))).toEqual([true, true, true, false]);
  expect(await forgetGone(client, traces)).toBe(0);
});

test('forgetGone believes no query that does not know yet what was just written', async () => {
  const client = await aStore();
  await client.create({ _id: 'drafts.new', _type: 'comment' });
  const { file } = aMailFile();
  const seen = createSeen(file);
  seen.add('came', 'new');
  const behind = Object.assign(client.clone(), { fetch: async () => [] });
  expect(await forgetGone(behind, createMailTraces(file, markOf))).toBe(0);
  expect(seen.has('came', 'new')).toBe(true);
});
