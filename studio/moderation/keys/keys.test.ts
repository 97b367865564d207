import { describe, expect, test } from 'vitest';

import { isVerdict, KEYS, parseKey, toVerdict } from './keys.ts';
import type { KeyPress } from './keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...more,
});

describe('parseKey', () => {
  test.for([
    ['j', {}, 'next'],
    ['a', {}, 'approve'],
    ['q', {}, 'edit'],
    ['A', { shiftKey: true }, 'approve'],
    ['D', { shiftKey: true }, 'trash'],
    ['x', {}, 'select'],
    ['X', { shiftKey: true }, 'select-all'],
    ['R', { shiftKey: true }, undefined],
    // Caps lock.
    ['A', {}, 'approve'],
    ['?', { shiftKey: true }, 'help'],
    ['j', { repeat: true }, 'next'],
    ['a', { repeat: true }, undefined],
    ['s', { ctrlKey: true }, undefined],
    ['a', { metaKey: true }, undefined],
    ['Enter', {}, undefined],
    ['J', { shiftKey: true }, undefined],
  ] as const)('%s with %o: %s', ([key, more, command]) => {
    expect(parseKey(press(key, more))).toBe(command);
  });

  test('means one thing by each key', () => {
    const all = KEYS.flatMap(({ keys, shift }) =>
      (shift === undefined ? [true, false] : [shift]).flatMap((held) =>
        keys.map((key) => `${held} ${key}`),
      ),
    );
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('toVerdict', () => {
  test.for([
    ['approve', ['approve', 'spam', 'trash'], 'approve'],
    ['approve', ['restore', 'trash', 'delete'], undefined],
    ['unapprove', ['take-down', 'spam', 'trash'], 'take-down'],
    ['unapprove', ['restore', 'trash', 'delete'], 'restore'],
    ['trash', ['restore', 'trash', 'delete'], 'trash'],
    ['trash', ['restore', 'spam', 'delete'], 'delete'],
    ['trash', ['approve', 'drop-change'], 'drop-change'],
    ['reply', ['approve'], undefined],
  ] as const)('%s among %o: %s', ([command, offered, verdict]) => {
    expect(toVerdict(command, offered)).toBe(verdict);
  });
});

describe('isVerdict', () => {
  test('tells judging from the rest', () => {
    expect([isVerdict('spam'), isVerdict('reply')]).toEqual([true, false]);
  });
});
