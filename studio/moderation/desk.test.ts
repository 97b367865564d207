import { describe, expect, test } from 'vitest';

import type { ModeratedComment } from './comment.ts';
import { neighbourOf, toTabLabel, withMoves, withoutMoved } from './desk.ts';
import type { Move } from './desk.ts';

function waiting(id: string, revision = 'r1'): ModeratedComment {
  return {
    id,
    revision,
    draft: true,
    name: id,
    website: undefined,
    body: [],
    submittedAt: '',
    moderation: undefined,
    articleId: undefined,
    parentId: undefined,
  };
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
    ['a', 'b'],
    ['c', 'b'],
  ] as const)('after %s comes %s', ([id, next]) => {
    expect(neighbourOf(list, id)).toBe(next);
  });

  test('is nobody when the list is left empty', () => {
    expect(neighbourOf([waiting('a')], 'a')).toBeUndefined();
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
