import type { ModeratedComment } from './comment.ts';

/** A comment that waits, as the Comments tool sees it. */
export const aComment = (changes: Partial<ModeratedComment> = {}): ModeratedComment => ({
  id: 'c1',
  draft: true,
  revision: 'r1',
  name: 'Ann',
  website: undefined,
  body: [],
  submittedAt: '2026-11-20T10:00:00Z',
  moderation: undefined,
  articleId: 'article-sleep',
  parentId: undefined,
  urgent: false,
  byEditor: false,
  edited: undefined,
  removed: false,
  ...changes,
});
