import { describe, expect, test } from 'vitest';

import { parseTab, tabOf } from './tabs.ts';

describe('parseTab', () => {
  test.for([
    ['spam', 'spam'],
    ['nonsense', 'pending'],
    [undefined, 'pending'],
  ] as const)('%s is %s', ([value, tab]) => {
    expect(parseTab(value)).toBe(tab);
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
