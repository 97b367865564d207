import { describe, expect, test } from 'vitest';

import { aComment } from '../comment.fixture.ts';
import { toFailureText, toRivalText } from './failure.ts';
import { NO_VERSIONS } from './versions.ts';

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

describe('toRivalText', () => {
  const draft = { _id: 'drafts.c1', _rev: 'r2', _type: 'comment' };
  const published = { _id: 'c1', _rev: 'r2', _type: 'comment' };
  test.for([
    [{}, { published }, 'Bo approved it before you.'],
    [{}, { draft: { ...draft, moderation: 'spam' } }, 'Bo put it in spam before you.'],
    [{}, { draft: { ...draft, moderation: 'trash' } }, 'Bo put it in the trash before you.'],
    [{}, { draft }, 'Bo changed it before you.'],
    [{ draft: false }, { draft }, 'Bo took it down before you.'],
    [{ moderation: 'spam' }, { draft }, 'Bo moved it back to pending before you.'],
    [{}, {}, 'Bo deleted it before you.'],
  ] as const)('%o, now %o: %s', ([seen, now, text]) => {
    expect(toRivalText(aComment(seen), { ...NO_VERSIONS, ...now }, 'Bo')).toBe(text);
  });

  test('does without a name and without knowing', () => {
    expect(toRivalText(aComment(), undefined, undefined)).toBe(
      'Somebody else changed it before you.',
    );
  });
});
