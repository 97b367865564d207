import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { openErasures } from './erasures.ts';

test('a list that could not be written is not begun, and the next one is', () => {
  const erasures = openErasures(join(temporaryFolder(), 'erasures.sqlite'));
  onTestFinished(() => erasures.close());
  const now = new Date('2026-11-28T00:00:00Z');
  const broken = {
    id: 'b',
    parent: undefined,
    get tombstone(): never {
      throw new Error('The disk is full');
    },
  };
  expect(() =>
    erasures.begin([{ id: 'a', parent: undefined, tombstone: undefined }, broken], now),
  ).toThrow('The disk is full');
  expect(erasures.all()).toEqual([]);
  erasures.begin([{ id: 'c', parent: undefined, tombstone: undefined }], now);
  expect(erasures.all()).toEqual(['c']);
});
