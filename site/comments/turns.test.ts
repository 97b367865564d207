import { describe, expect, test } from 'vitest';

import { createTurns } from './turns.ts';

describe('createTurns', () => {
  test('lets the same wait for the one before, whatever becomes of it, and others not', async () => {
    const inTurn = createTurns();
    const held = Promise.withResolvers<string>();
    const events: string[] = [];
    const first = inTurn('a', async () => held.promise);
    const second = inTurn('a', async () => void events.push('second'));
    await inTurn('b', async () => void events.push('other'));
    expect(events).toEqual(['other']);
    held.reject(new Error('failed'));
    await expect(first).rejects.toThrow('failed');
    await second;
    expect(await inTurn('a', async () => events)).toEqual(['other', 'second']);
  });
});
