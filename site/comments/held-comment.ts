import type { IdentifiedSanityDocumentStub } from '@sanity/client';
import { z } from 'zod';

import type { TextBlock } from '../cms/from-markdown.ts';

const blockShape = z.object({
  _type: z.literal('block'),
  _key: z.string(),
  style: z.string(),
  markDefs: z.array(z.object({ _type: z.string(), _key: z.string() })),
  children: z.array(z.object({ _type: z.literal('span'), text: z.string() })),
});

function isTextBlock(value: unknown): value is TextBlock {
  return blockShape.safeParse(value).success;
}

/** A comment that was accepted and waits to be delivered: all that is known about it. */
export const heldCommentShape = z.object({
  /** A random uuid: the comment's `_id` and the name of its one delivery. */
  id: z.uuid(),
  articleId: z.string(),
  parentId: z.string().optional(),
  name: z.string(),
  website: z.string().optional(),
  source: z.string(),
  body: z.array(z.custom<TextBlock>(isTextBlock)),
  /** ISO 8601, UTC. */
  submittedAt: z.iso.datetime(),
  reasons: z.array(z.string()),
  moderation: z.literal('spam').optional(),
  /** Never on the public comment. */
  private: z.object({
    email: z.string(),
    ipHash: z.string(),
    userAgent: z.string().optional(),
  }),
});

export type HeldComment = z.infer<typeof heldCommentShape>;

export function toPrivateId(commentId: string): string {
  return `private.comment.${commentId}`;
}

/**
 * The two documents of a comment: a draft that publishing approves, and its private part, whose
 * dotted id no reader can see. Nothing private is in the first.
 */
export function toCommentDocuments(held: HeldComment): IdentifiedSanityDocumentStub[] {
  const { id, articleId, parentId, website, moderation } = held;
  return [
    {
      _id: `drafts.${id}`,
      _type: 'comment',
      article: { _type: 'reference', _ref: articleId, _weak: true },
      ...(parentId && { parent: { _type: 'reference', _ref: parentId, _weak: true } }),
      name: held.name,
      ...(website && { website }),
      source: held.source,
      body: held.body,
      submittedAt: held.submittedAt,
      reasons: held.reasons,
      ...(moderation && { moderation }),
    },
    {
      _id: toPrivateId(id),
      _type: 'privateComment',
      comment: id,
      ...held.private,
      receivedAt: held.submittedAt,
    },
  ];
}
