import { describe, expect, test } from 'vitest';
import { formatDraft, parseDraft } from './draft.ts';

describe('formatDraft', () => {
  test.for([
    { text: 'Half a thought', parent: '' },
    { text: '  "quoted"\n', parent: '0f0e' },
  ])('%j comes back as it was', (draft) => {
    expect(parseDraft(formatDraft(draft))).toEqual(draft);
  });

  test('white space is nothing to keep', () => {
    expect(formatDraft({ text: ' \n ', parent: '0f0e' })).toBe('');
  });
});

describe('parseDraft', () => {
  test.for(['', '{', 'null', '7', '[]', '{}', '{"text":7}'])('%j is no draft', (value) => {
    expect(parseDraft(value)).toBeUndefined();
  });

  test('a draft without a comment to answer is for the article', () => {
    expect(parseDraft('{"text":"a","parent":1}')).toEqual({ text: 'a', parent: '' });
  });
});
