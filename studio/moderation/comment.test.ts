import { describe, expect, test } from 'vitest';

import { parseComment, parseComments, toDraftId, toPublishedId, toVersionId } from './comment.ts';

const stored = {
  _id: 'drafts.4f1c',
  _rev: 'r1',
  _type: 'comment',
  name: 'Ann',
  submittedAt: '2026-11-20T10:00:00Z',
  article: { _ref: 'article-sleep' },
};

describe('parseComment', () => {
  test('reads a waiting comment', () => {
    expect(parseComment(stored)).toMatchObject({
      id: '4f1c',
      draft: true,
      revision: 'r1',
      name: 'Ann',
      moderation: undefined,
      articleId: 'article-sleep',
      parentId: undefined,
      urgent: false,
      byEditor: false,
      edited: undefined,
      removed: false,
    });
  });

  test('knows who wrote and who changed it', () => {
    const edited = { byEditor: true, editedAt: '2026-11-21T10:00:00Z', editedBy: 'editor' };
    expect(parseComment({ ...stored, ...edited })).toMatchObject({
      byEditor: true,
      edited: { at: '2026-11-21T10:00:00Z', by: 'editor' },
    });
  });

  test.for([{ editedBy: 'editor' }, { editedAt: '2026-11-21', editedBy: 'nobody' }])(
    'takes %o for no change',
    (fields) => {
      expect(parseComment({ ...stored, ...fields })?.edited).toBeUndefined();
    },
  );

  test.for([{ _id: 'drafts.4f1c' }, { _rev: 'r1' }, 'text', null, undefined])(
    'refuses %o, which cannot be acted on',
    (value) => {
      expect(parseComment(value)).toBeUndefined();
    },
  );

  test.for(['deleted', 5, {}])('takes the unknown moderation %o for none', (moderation) => {
    expect(parseComment({ ...stored, moderation })?.moderation).toBeUndefined();
  });

  test('survives fields of any shape', () => {
    const odd = { _id: 'x', _rev: 'r', name: {}, article: 5, body: '<b>' };
    expect(parseComment(odd)).toMatchObject({
      id: 'x',
      draft: false,
      name: 'No name',
    });
  });
});

describe('parseComments', () => {
  test('leaves out what is no comment', () => {
    expect(parseComments([stored, null, {}])).toHaveLength(1);
    expect(parseComments({ result: [] })).toEqual([]);
  });
});

describe('toDraftId and toPublishedId', () => {
  test.for(['a1', 'drafts.a1'])('give the same pair for %s', (id) => {
    expect([toDraftId(id), toPublishedId(id)]).toEqual(['drafts.a1', 'a1']);
  });
});

describe('toVersionId', () => {
  test.for([
    [true, 'drafts.c1'],
    [false, 'c1'],
  ] as const)('of a draft (%s) is %s', ([draft, id]) => {
    expect(toVersionId({ id: 'c1', draft })).toBe(id);
  });
});
