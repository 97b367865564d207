import { describe, expect, test } from 'vitest';

import type { ModeratedComment } from '../comment.ts';
import { aComment } from '../comment.fixture.ts';
import { neighbourOf, toTabLabel, withMoves, withoutMoved } from './moves.ts';
import type { Move } from './moves.ts';

function waiting(id: string, revision = 'r1'): ModeratedComment {
  return aComment({ id, revision, name: id });
}

const list = [waiting('a'), waiting('b'), waiting('c')];
const counts = { pending: 3, approved: 10, spam: 0, trash: 0 };
const approveB: Move = { id: 'b', revision: 'r1', from: 'pending', to: 'approved' };

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
  test('shows the count once it is known', () => {
    expect([toTabLabel('pending', undefined), toTabLabel('pending', counts)]).toEqual([
      'Pending',
      'Pending (3)',
    ]);
  });
});
