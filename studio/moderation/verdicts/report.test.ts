import { describe, expect, test } from 'vitest';

import { aComment } from '../comment.fixture.ts';
import { toLeftovers, toNotice } from './report.ts';
import { NO_VERSIONS } from './versions.ts';

const comment = aComment();
const left = { comment, why: 'Bo approved it before you.' };

describe('toNotice', () => {
  test.for([
    ['Done.', [], 'done', 'Done.', 0],
    ['Done.', [left], 'trouble', 'Done. 1 comment was left as it is.', 1],
    ['Done.', [left, left], 'trouble', 'Done. 2 comments were left as they are.', 2],
    [undefined, [left], 'trouble', 'Comment by Ann: Bo approved it before you.', 0],
    [undefined, [left, left], 'trouble', '2 comments were left as they are.', 2],
  ] as const)('%s with %o', ([done, leftovers, tone, text, problems]) => {
    const notice = toNotice(done, leftovers, []);
    expect(notice).toMatchObject({ tone, text });
    expect(notice.problems).toHaveLength(problems);
  });
});

describe('toLeftovers', () => {
  test('says why, and who was quicker', async () => {
    const outcomes = [
      { status: 'done', of: comment, revision: 'r2', undo: undefined },
      { status: 'changed', of: comment, now: NO_VERSIONS },
      { status: 'failed', of: comment, error: { statusCode: 403 } },
    ] as const;
    const leftovers = await toLeftovers(outcomes, async (id) => (id === 'c1' ? 'Bo' : undefined));
    expect(leftovers.map(({ why }) => why)).toEqual([
      'Bo deleted it before you.',
      expect.stringContaining('Your role'),
    ]);
  });
});
