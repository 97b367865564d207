import { describe, expect, test } from 'vitest';

import { toFailureText } from './failure.ts';

describe('toFailureText', () => {
  test.for([
    [409, 'another moderator'],
    [404, 'another moderator'],
    [401, 'Sign in again'],
    [403, 'Your role'],
    [500, 'try again'],
    [undefined, 'try again'],
  ] as const)('%s: says “%s”', ([statusCode, words]) => {
    expect(toFailureText({ statusCode })).toContain(words);
  });
});
