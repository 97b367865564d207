import type { SanityClient } from '@sanity/client';

import type { ModeratedComment } from '../comment.ts';
import { toBlocks } from '../text/to-blocks.ts';
import { carryOut } from '../verdicts/carry-out.ts';
import type { Outcome } from '../verdicts/carry-out.ts';
import type { Undo } from '../verdicts/undo.ts';
import { toWritten } from './writing.ts';
import type { Written } from './writing.ts';

export interface Reply extends Pick<Written, 'name' | 'text'> {
  /** A random uuid, the same when it is sent again: so it is never there twice. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly submittedAt: string;
}

/** How sending a reply went. `undos` takes back what was done, the reply first. */
export type ReplyOutcome =
  | { readonly status: 'done'; readonly undos: readonly Undo[] }
  | Exclude<Outcome, { readonly status: 'done' }>;

/** Whether a comment can be answered, and whether that approves it first. */
export function toReplying(comment: ModeratedComment): 'no' | 'approves' | 'yes' {
  if (comment.removed || comment.moderation !== undefined || comment.articleId === undefined) {
    return 'no';
  }
  return comment.draft ? 'approves' : 'yes';
}

/** A published comment by an editor: it has no private part. */
export function toReplyDocument(
  { id: parentId, articleId = '' }: Pick<ModeratedComment, 'id' | 'articleId'>,
  { id, name, text, submittedAt }: Reply,
) {
  return {
    _id: id,
    _type: 'comment',
    article: { _type: 'reference', _ref: articleId, _weak: true },
    parent: { _type: 'reference', _ref: parentId, _weak: true },
    name: name.trim(),
    body: toBlocks(toWritten(text)),
    submittedAt,
    byEditor: true,
  };
}

/**
 * Publishes an editor's reply. A comment that still waits is approved first, as the editor saw it; where that is
 * refused, nothing is published.
 */
export async function sendReply(
  client: SanityClient,
  comment: ModeratedComment,
  reply: Reply,
): Promise<ReplyOutcome> {
  const approvals: Undo[] = [];
  if (toReplying(comment) === 'approves') {
    const [approval] = await carryOut(client, 'approve', [comment]);
    if (approval !== undefined && approval.status !== 'done') return approval;
    if (approval?.undo !== undefined) approvals.push(approval.undo);
  }
  try {
    const { transactionId } = await client.mutate(
      [{ createIfNotExists: toReplyDocument(comment, reply) }],
      { returnDocuments: false, tag: 'moderation.reply' },
    );
    const { id, name } = reply;
    const undo: Undo = { name, before: [], after: [id], revision: transactionId };
    return { status: 'done', undos: [undo, ...approvals] };
  } catch (error) {
    return { status: 'failed', of: comment, error };
  }
}
