import { describe, expect, test } from 'vitest';

import { parseCommentSettings } from '../../site/comments/comment-settings.ts';
import { COMMENT_DEFAULTS, MOST_KEEP_MONTHS } from '../../studio/schema/comment-defaults.ts';

describe('COMMENT_DEFAULTS', () => {
  test('tells editors what the site does where nothing is set', () => {
    expect(parseCommentSettings({})).toMatchObject(COMMENT_DEFAULTS);
  });
});

describe('MOST_KEEP_MONTHS', () => {
  test('is the most that the site keeps to', () => {
    for (const keepMonths of [MOST_KEEP_MONTHS, MOST_KEEP_MONTHS + 1]) {
      expect(parseCommentSettings({ keepMonths }).keepMonths).toBe(MOST_KEEP_MONTHS);
    }
  });
});
