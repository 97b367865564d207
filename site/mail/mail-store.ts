import type { SanityClient } from '@sanity/client';
import { z } from 'zod';

import { toDraftId, toPrivateId } from '../comments/held-comment.ts';
import type { PrivatePart } from './subscription.ts';

const referenceShape = z.object({ _ref: z.string() });

const commentShape = z.object({
  _id: z.string(),
  _rev: z.string(),
  article: referenceShape,
  parent: referenceShape.nullish(),
  name: z.string(),
  website: z.string().nullish(),
  body: z.array(z.unknown()),
  submittedAt: z.string(),
  byEditor: z.boolean().nullish(),
  removed: z.boolean().nullish(),
  moderation: z.string().nullish(),
});

const heldShape = z.object({ reasons: z.array(z.string()) });
const foundShape = z.array(z.looseObject({ _id: z.string() }));

/** A comment in the store, as far as mail is concerned. */
export type StoredComment = z.infer<typeof commentShape> & {
  /** Why it is held. */
  readonly reasons: readonly string[];
};

/** What there is of one comment: waiting or put away, and public. */
export interface CommentVersions {
  readonly draft: StoredComment | undefined;
  readonly published: StoredComment | undefined;
}

const partShape = z.object({
  comment: z.string(),
  email: z.string(),
  notify: z.boolean().nullish(),
  elsewhere: z.boolean().nullish(),
  verifiedAt: z.string().nullish(),
  unsubscribedAt: z.string().nullish(),
});

const PART = '{ comment, email, notify, elsewhere, verifiedAt, unsubscribedAt }';
const OF_ADDRESS = '*[_type == "privateComment" && lower(email) == $email]';
const partsQuery = `${OF_ADDRESS}${PART}`;
const hearersQuery = `*[_type == "privateComment" && notify == true]${PART}`;
const reasonsQuery = '*[_id in $ids]{ _id, reasons }';
const waitingQuery = '*[_id in $ids && !defined(moderation)] | order(submittedAt asc)';

/** What the mail reads of the store and writes to it. Every method rejects when the store is away. */
export interface MailStore {
  versionsOf: (commentId: string) => Promise<CommentVersions>;
  /** Those of these comments that still wait for a decision, oldest first. */
  waiting: (commentIds: readonly string[]) => Promise<readonly StoredComment[]>;
  partOf: (commentId: string) => Promise<PrivatePart | undefined>;
  /** All private parts with this address, in capitals or not. */
  partsOf: (email: string) => Promise<readonly PrivatePart[]>;
  /** The private parts of all who asked for mail. */
  hearers: () => Promise<readonly PrivatePart[]>;
  /** Sets a time on all private parts with this address. */
  mark: (field: 'verifiedAt' | 'unsubscribedAt', email: string, now: Date) => Promise<void>;
  /** The owner of its address says that this comment is theirs. */
  claim: (commentId: string) => Promise<void>;
  /** @throws ClientError 409 when the draft is not of this revision any more */
  approve: (commentId: string, revision: string) => Promise<void>;
  /** @throws ClientError 409 when the draft is not of this revision any more */
  putInSpam: (commentId: string, revision: string) => Promise<void>;
}

/** @param client may write, and sees drafts and private parts */
export function createMailStore(client: SanityClient): MailStore {
  const fetchParts = async (query: string, params: Record<string, string>) =>
    z
      .array(partShape)
      .parse(await client.fetch(query, params))
      .map(toPart);
  return {
    // By id, since a query may not know yet what was written a moment ago.
    async versionsOf(commentId) {
      const ids = [toDraftId(commentId), commentId, toPrivateId(commentId)];
      const [draft, published, part] = await client.getDocuments(ids);
      return { draft: toComment(draft, part), published: toComment(published) };
    },
    async waiting(commentIds) {
      const ids = commentIds.map(toDraftId);
      const found = foundShape.parse(await client.fetch(waitingQuery, { ids }));
      const partIds = found.map(({ _id }) => toPartId(_id));
      const parts = foundShape.parse(await client.fetch(reasonsQuery, { ids: partIds }));
      const partOf = new Map(parts.map((part) => [part._id, part]));
      return found.flatMap((value) => toComment(value, partOf.get(toPartId(value._id))) ?? []);
    },
    async partOf(commentId) {
      const found = partShape.safeParse(await client.getDocument(toPrivateId(commentId)));
      return found.data && toPart(found.data);
    },
    partsOf: (email) => fetchParts(partsQuery, { email: email.toLowerCase() }),
    hearers: () => fetchParts(hearersQuery, {}),
    async mark(field, email, now) {
      const selection = { query: OF_ADDRESS, params: { email: email.toLowerCase() } };
      await client
        .patch(selection, { set: { [field]: now.toISOString() } })
        .commit({ visibility: 'sync', returnDocuments: false });
    },
    async claim(commentId) {
      await client
        .patch(toPrivateId(commentId))
        .unset(['elsewhere'])
        .commit({ visibility: 'sync' });
    },
    async approve(commentId, revision) {
      await client.action({
        actionType: 'sanity.action.document.publish',
        draftId: toDraftId(commentId),
        publishedId: commentId,
        ifDraftRevisionId: revision,
      });
    },
    async putInSpam(commentId, revision) {
      await client
        .patch(toDraftId(commentId))
        .ifRevisionId(revision)
        .set({ moderation: 'spam' })
        .commit({ visibility: 'sync' });
    },
  };
}

/**
 * Undefined for what is not like a comment: nobody is mailed about it.
 *
 * @param part the private part, which says why it is held
 */
function toComment(value: unknown, part?: unknown): StoredComment | undefined {
  const comment = commentShape.safeParse(value).data;
  return comment && { ...comment, reasons: heldShape.safeParse(part).data?.reasons ?? [] };
}

function toPartId(draftId: string): string {
  return toPrivateId(draftId.replace(/^drafts\./, ''));
}

function toPart(found: z.infer<typeof partShape>): PrivatePart {
  const { comment, email } = found;
  return {
    comment,
    email,
    ...(found.notify && { notify: true }),
    ...(found.elsewhere && { elsewhere: true }),
    ...(found.verifiedAt && { verifiedAt: found.verifiedAt }),
    ...(found.unsubscribedAt && { unsubscribedAt: found.unsubscribedAt }),
  };
}
