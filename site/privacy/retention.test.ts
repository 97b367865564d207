import { createClient } from '@sanity/client';
import { describe, expect, onTestFinished, test } from 'vitest';

import { createLake } from '../../lake/lake.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { dropOldPrivateParts } from './retention.ts';

const TOKEN = 'a-token-for-this-test-only';

describe('dropOldPrivateParts', () => {
  test('drops the private part of what has been public for long, and nothing else', async () => {
    const lake = await createLake({ dir: temporaryFolder(), port: 0, robotToken: TOKEN });
    onTestFinished(() => lake.close());
    const client = createClient({
      projectId: 'lymphwise',
      dataset: 'production',
      apiVersion: '2026-05-01',
      apiHost: lake.url,
      useProjectHostname: false,
      useCdn: false,
      perspective: 'raw',
      token: TOKEN,
    });
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
