import { describe, expect, test } from 'vitest';

import { aStore } from '../../tests/fixtures/store.ts';
import { dropOldPrivateParts } from './retention.ts';

describe('dropOldPrivateParts', () => {
  test('drops the private part of what has been public for long, and nothing else', async () => {
    const client = await aStore();
    const add = async (id: string, receivedAt: string): Promise<void> => {
      const comment = id.replace('drafts.', '');
      const part = { _id: `private.comment.${comment}`, _type: 'privateComment' };
      await client
        .transaction()
        .create({ _id: id, _type: 'comment' })
        .create({ ...part, comment, receivedAt })
        .commit();
    };
    await add('old', '2025-11-19T00:00:00Z');
    await add('young', '2025-11-21T00:00:00Z');
    await add('drafts.held', '2024-01-01T00:00:00Z');
    const now = new Date('2026-11-20T00:00:00Z');
    expect(await dropOldPrivateParts(client, now, 12)).toBe(1);
    expect(await client.fetch('*[]._id | order(@)')).toEqual([
      'drafts.held',
      'old',
      'private.comment.held',
      'private.comment.young',
      'young',
    ]);
    expect(await dropOldPrivateParts(client, now, 12)).toBe(0);
  });
});
