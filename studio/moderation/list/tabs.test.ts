import { describe, expect, test } from 'vitest';

import { parseView, tabOf, toEmptyText } from './tabs.ts';

describe('parseView', () => {
  test.for([
    ['spam', 'spam'],
    ['settings', 'settings'],
    ['nonsense', 'pending'],
    [undefined, 'pending'],
  ] as const)('%s is %s', ([value, tab]) => {
    expect(parseView(value)).toBe(tab);
  });
});

describe('tabOf', () => {
  test.for([
    [true, undefined, 'pending'],
    [true, 'spam', 'spam'],
    [true, 'trash', 'trash'],
    [false, undefined, 'approved'],
    [false, 'spam', 'approved'],
  ] as const)('draft %s, moderation %s: %s', ([draft, moderation, tab]) => {
    expect(tabOf({ draft, moderation })).toBe(tab);
  });
});

describe('toEmptyText', () => {
  test('says whether there is nothing, or nothing that fits', () => {
    expect(toEmptyText('pending', false)).toContain('appear here by themselves');
    expect(toEmptyText('pending', true)).toContain('show all again');
  });
});
