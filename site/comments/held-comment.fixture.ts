import { randomUUID } from 'node:crypto';

import type { HeldComment } from './held-comment.ts';
import { toPlainBlocks } from './plain-text.ts';

/** A comment that was accepted, with a new id. */
export const heldComment = (changes: Partial<HeldComment> = {}): HeldComment => ({
  id: randomUUID(),
  articleId: 'article-x',
  name: 'Ann',
  source: 'Thank you.',
  body: toPlainBlocks('Thank you.'),
  submittedAt: '2026-11-21T09:00:00.000Z',
  reasons: ['Every comment is read first'],
  notices: [],
  private: { email: 'ann@example.org', ipHash: 'h4sh' },
  ...changes,
});
