import { describe, expect, test } from 'vitest';

import { aComment } from '../comment.fixture.ts';
import { toDoneText, toTab, verdictsFor } from './verdict.ts';

describe('verdictsFor', () => {
  test.for([
    [{}, false, ['approve', 'spam', 'trash']],
    [{}, true, ['approve', 'drop-change']],
    [{ draft: false }, false, ['take-down', 'spam', 'trash']],
    [{ moderation: 'spam' }, false, ['restore', 'trash', 'delete']],
    [{ moderation: 'trash' }, true, ['restore', 'spam', 'delete']],
    [{ draft: false, removed: true }, false, []],
  ] as const)('%o, approved before: %s: %o', ([more, approvedBefore, verdicts]) => {
    expect(verdictsFor(aComment(more), { approvedBefore })).toEqual(verdicts);
  });
});

describe('toTab', () => {
  test.for([
    ['approve', 'approved'],
    ['spam', 'spam'],
    ['restore', 'pending'],
    ['take-down', 'pending'],
    ['drop-change', undefined],
    ['delete', undefined],
  ] as const)('%s leads to %s', ([verdict, tab]) => {
    expect(toTab(verdict)).toBe(tab);
  });
});

describe('toDoneText', () => {
  test('names one comment and counts many', () => {
    expect(toDoneText('approve', [{ name: 'Ann' }])).toBe('Comment by Ann: approved.');
    expect(toDoneText('spam', [{ name: 'Ann' }, { name: 'Bo' }])).toBe(
      '2 comments: moved to spam.',
    );
  });
});
