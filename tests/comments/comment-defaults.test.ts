import { describe, expect, test } from 'vitest';

import { parseCommentSettings } from '../../site/comments/comment-settings.ts';
import { COMMENT_DEFAULTS } from '../../studio/schema/comment-defaults.ts';

describe('COMMENT_DEFAULTS', () => {
  test('tells editors what the site does where nothing is set', () => {
    expect(parseCommentSettings({})).toMatchObject(COMMENT_DEFAULTS);
  });
});
