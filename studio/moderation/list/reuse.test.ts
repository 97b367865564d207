import { describe, expect, test } from 'vitest';

import { aComment } from '../comment.fixture.ts';
import { reuseMap, reusePage } from './reuse.ts';

const counts = { pending: 2, approved: 0, spam: 0, trash: 0, urgent: 0 };
const page = (revision = 'r1') => ({
  comments: [aComment({ id: 'a' }), aComment({ id: 'b', revision })],
  contexts: new Map(),
  counts,
});

describe('reusePage', () => {
  test('keeps the comments that have not changed', () => {
    const before = page();
    const now = reusePage(before, page('r2'));
    expect(now.comments[0]).toBe(before.comments[0]);
    expect(now.comments[1]).toMatchObject({ revision: 'r2' });
  });

  test('keeps the list where nothing has changed', () => {
    const before = page();
    const now = reusePage(before, page());
    expect([now.comments, now.counts]).toEqual([before.comments, before.counts]);
    expect(now.comments).toBe(before.comments);
  });

  test('does without a page before', () => {
    const now = page();
    expect(reusePage(undefined, now)).toBe(now);
  });
});

describe('reuseMap', () => {
  test('keeps the values that have not changed', () => {
    const before = new Map([
      ['a', { count: 1 }],
      ['b', { count: 1 }],
    ]);
    const now = reuseMap(
      before,
      new Map([
        ['a', { count: 1 }],
        ['b', { count: 2 }],
      ]),
    );
    expect(now.get('a')).toBe(before.get('a'));
    expect(now.get('b')).toEqual({ count: 2 });
  });
});
