import { describe, expect, test } from 'vitest';

import type { ModeratedComment } from '../comment.ts';
import { aComment } from '../comment.fixture.ts';
import { neighbourOf, toTabLabel, withMoves, withoutMoved } from './moves.ts';
import type { Move } from './moves.ts';

function waiting(id: string, revision = 'r1'): ModeratedComment {
  return aComment({ id, revision, name: id });
}

const list = [waiting('a'), waiting('b'), waiting('c')];
const counts = { pending: 3, approved: 10, spam: 0, trash: 0, urgent: 0 };
const approveB: Move = {
  id: 'b',
  revision: 'r1',
  from: 'pending',
  to: 'approved',
  urgent: false,
};

describe('withoutMoved', () => {
  test('hides a comment the moment a verdict is given', () => {
    expect(withoutMoved(list, [approveB]).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  test('shows it again when somebody has changed it since', () => {
    const changed = [waiting('a'), waiting('b', 'r2')];
    expect(withoutMoved(changed, [approveB])).toEqual(changed);
  });
});

describe('withMoves', () => {
  test('counts a verdict before the server does', () => {
    expect(withMoves(counts, [approveB], list)).toEqual({ ...counts, pending: 2, approved: 11 });
  });

  test('does not count it twice once the list has come without it', () => {
    expect(withMoves(counts, [approveB], [waiting('a')])).toEqual(counts);
  });

  test.for([
    ['pending', 'spam', 1],
    ['pending', undefined, 1],
    ['spam', 'pending', 3],
    ['spam', 'trash', 2],
  ] as const)(
    'what may be an emergency and goes from %s to %s leaves %i of 2',
    ([from, to, left]) => {
      const move: Move = { ...approveB, from, to, urgent: true };
      expect(withMoves({ ...counts, urgent: 2 }, [move], list).urgent).toBe(left);
    },
  );

  test('counts a deletion in no other tab', () => {
    const move: Move = { ...approveB, to: undefined };
    expect(withMoves(counts, [move], list)).toEqual({ ...counts, pending: 2 });
  });
});

describe('neighbourOf', () => {
  test.for([
    [['a'], 'b'],
    [['c'], 'b'],
    [['a', 'b'], 'c'],
    [['b', 'c'], 'a'],
    [['a', 'c'], 'b'],
    [['a', 'b', 'c'], undefined],
  ] as const)('after %o comes %s', ([ids, next]) => {
    expect(neighbourOf(list, new Set(ids))).toBe(next);
  });
});

describe('toTabLabel', () => {
  test('tells how many may be emergencies where they wait', () => {
    const some = { ...counts, urgent: 1 };
    expect([toTabLabel('pending', some), toTabLabel('approved', some)]).toEqual([
      'Pending (3, 1 urgent)',
      'Approved (10)',
    ]);
  });

  test('shows the count once it is known', () => {
    expect([toTabLabel('pending', undefined), toTabLabel('pending', counts)]).toEqual([
      'Pending',
      'Pending (3)',
    ]);
  });
});
