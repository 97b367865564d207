import { describe, expect, test } from 'vitest';

import { aStore } from '../../tests/fixtures/store.ts';
import { BIN_DAYS, emptyBin } from './empty-bin.ts';

const thrownAway = new Date('2026-01-01T00:00:00Z');
const daysLater = (days: number): Date => new Date(thrownAway.getTime() + days * 86_400_000);

async function aBin() {
  const client = await aStore(undefined, () => thrownAway);
  const add = async (id: string, fields: object): Promise<void> => {
    await client
      .transaction()
      .create({ _id: `drafts.${id}`, _type: 'comment', ...fields })
      .create({ _id: `private.comment.${id}`, _type: 'privateComment', email: 'a@b.example' })
      .commit();
  };
  const left = (): Promise<string[]> => client.fetch('*[_type match "*omment"]._id | order(@)');
  return { client, add, left };
}

describe('emptyBin', () => {
  test('deletes old spam and trash with their private part, and nothing else', async () => {
    const { client, add, left } = await aBin();
    await add('spam', { moderation: 'spam' });
    await add('trash', { moderation: 'trash' });
    await add('held', {});
    expect(await emptyBin(client, daysLater(BIN_DAYS + 1))).toBe(2);
    expect((await left()).toSorted()).toEqual(['drafts.held', 'private.comment.held']);
  });

  test('keeps what has not lain there for long enough', async () => {
    const { client, add, left } = await aBin();
    await add('spam', { moderation: 'spam' });
    expect(await emptyBin(client, daysLater(BIN_DAYS - 1))).toBe(0);
    expect(await left()).toHaveLength(2);
  });
});
