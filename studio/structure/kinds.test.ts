import { describe, expect, test } from 'vitest';

import { allowsAction, isCreatable } from './kinds.ts';

describe('isCreatable', () => {
  test.for([
    ['article', true],
    ['claim', true],
    ['home', false],
    ['settings', false],
    ['commentSettings', false],
    ['comment', false],
    ['privateComment', false],
  ] as const)('%s: %s', ([type, expected]) => {
    expect(isCreatable(type)).toBe(expected);
  });
});

describe('allowsAction', () => {
  test.for([
    ['article', 'delete', true],
    ['article', 'duplicate', true],
    ['settings', 'publish', true],
    ['settings', 'delete', false],
    ['settings', 'duplicate', false],
    ['settings', 'unpublish', false],
    ['home', undefined, false],
    ['comment', 'unpublish', true],
    ['comment', 'duplicate', false],
    ['comment', 'delete', false],
    ['privateComment', 'publish', false],
  ] as const)('%s %s: %s', ([type, action, expected]) => {
    expect(allowsAction(type, action)).toBe(expected);
  });
});
