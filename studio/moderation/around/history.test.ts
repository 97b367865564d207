import { describe, expect, test } from 'vitest';

import { HISTORY_LIMIT, toFateIds, toHistories, toHistoryText } from './history.ts';

const parts = [
  { email: 'ann@a.example', comment: 'c1', receivedAt: '2026-11-03T10:00:00Z' },
  { email: 'ann@a.example', comment: 'c2', receivedAt: '2026-11-01T10:00:00Z' },
  { email: 'ann@a.example', comment: 'c3', receivedAt: '2026-11-02T10:00:00Z' },
  { email: 'bo@b.example', comment: 'c4', receivedAt: '2026-11-02T10:00:00Z' },
  { email: 'bo@b.example', comment: 'gone', receivedAt: '2026-10-02T10:00:00Z' },
];
const fates = [
  { _id: 'c1' },
  // A change to an approved comment waits: the comment is approved all the same.
  { _id: 'drafts.c1' },
  { _id: 'drafts.c2', moderation: 'spam' },
  { _id: 'drafts.c3' },
  { _id: 'drafts.c4', moderation: 'trash' },
];

describe('toFateIds', () => {
  test('asks for both versions of each comment', () => {
    expect(toFateIds(parts.slice(0, 2))).toEqual(['c1', 'drafts.c1', 'c2', 'drafts.c2']);
    expect(toFateIds('error')).toEqual([]);
  });
});

describe('toHistories', () => {
  test('counts what became of the comments of each address', () => {
    expect(Object.fromEntries(toHistories(parts, fates))).toEqual({
      'ann@a.example': {
        approved: 1,
        waiting: 1,
        spam: 1,
        trash: 0,
        firstSeen: '2026-11-01T10:00:00Z',
        more: false,
      },
      'bo@b.example': {
        approved: 0,
        waiting: 0,
        spam: 0,
        trash: 1,
        firstSeen: '2026-10-02T10:00:00Z',
        more: false,
      },
    });
  });

  test('says that there may be more than were asked for', () => {
    const many = Array.from({ length: HISTORY_LIMIT }, () => parts[0]);
    expect(toHistories(many, fates).get('ann@a.example')?.more).toBe(true);
  });

  test('makes nothing of anything else', () => {
    expect(toHistories('error', null).size).toBe(0);
  });
});

describe('toHistoryText', () => {
  const history = {
    approved: 3,
    waiting: 1,
    spam: 0,
    trash: 0,
    firstSeen: '2026-10-03',
    more: false,
  };
  test.for([
    [{}, 'From this address: 3 approved, 1 waiting, since 3 Oct 2026'],
    [{ spam: 2 }, 'From this address: 3 approved, 1 waiting, 2 spam, since 3 Oct 2026'],
    [{ firstSeen: undefined }, 'From this address: 3 approved, 1 waiting'],
    [{ approved: 0, trash: 2 }, 'From this address: 1 waiting, 2 in the trash, since 3 Oct 2026'],
    [{ approved: 0 }, 'First comment from this address'],
    [{ more: true }, 'From this address: 3 or more approved, 1 or more waiting'],
  ] as const)('%o: %s', ([change, text]) => {
    expect(toHistoryText({ ...history, ...change })).toBe(text);
  });
});
