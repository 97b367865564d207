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
  /** When its author changed it after it was public. */
  editedAt: z.iso.datetime().optional(),
  /** Nothing doubtful was found: it is public as soon as it arrives. */
  approved: z.literal(true).optional(),
  /** Why it is held, for moderators. */
  reasons: z.array(z.string()),
  /** The same in soft words, for its author; never in the store. */
  notices: z.array(z.string()).default([]),
  /** It reads as if its author needed help now. */
  emergency: z.literal(true).optional(),
  moderation: z.literal('spam').optional(),
  /** The address is confirmed, but not in the browser that sent it: mail about it waits for a word of its owner. */
  elsewhere: z.literal(true).optional(),
  /** Never on the public comment. */
  private: z.object({
    email: z.string(),
    ipHash: z.string(),
    userAgent: z.string().optional(),
    /** The author asked for mail. */
    notify: z.literal(true).optional(),
  }),
});

export type HeldComment = z.infer<typeof heldCommentShape>;

export function toDraftId(commentId: string): string {
  return `drafts.${commentId}`;
}

export function toPrivateId(commentId: string): string {
  return `private.comment.${commentId}`;
}

/**
 * The two documents of a comment: a draft that publishing approves (or what it would become, where it
 * is approved already), and its private part, whose dotted id no reader can see. Nothing private is in
 * the first.
 */
export function toCommentDocuments(held: HeldComment): IdentifiedSanityDocumentStub[] {
  const { id, articleId, parentId, website, approved } = held;
  return [
    {
      _id: approved ? id : toDraftId(id),
      _type: 'comment',
      article: { _type: 'reference', _ref: articleId, _weak: true },
      ...(parentId && { parent: { _type: 'reference', _ref: parentId, _weak: true } }),
      name: held.name,
      ...(website && { website }),
      submittedAt: held.submittedAt,
      ...toContent(held),
    },
    {
      _id: toPrivateId(id),
      _type: 'privateComment',
      comment: id,
      ...held.private,
      ...(held.elsewhere && { elsewhere: true }),
      ...toReasons(held),
      receivedAt: held.submittedAt,
    },
  ];
}

/** What a change of the comment by its author changes. */
export function toContent({ source, body, moderation, editedAt }: HeldComment) {
  return {
    source,
    body,
    ...(moderation && { moderation }),
    ...(editedAt && { editedAt, editedBy: 'author' }),
  };
}

/** Why it is held: for moderators alone, so kept with the private part. */
export function toReasons({ reasons }: HeldComment) {
  return reasons.length > 0 ? { reasons } : {};
}
