import type { SanityClient } from '@sanity/client';
import { z } from 'zod';

import { emptyPlacesAbove, isAnswered, parentOf } from './empty-places.ts';
import { toDraftId, toPrivateId } from './held-comment.ts';

/** What keeps the place of a removed comment that others have answered: nothing its author wrote. */
export const tombstoneShape = z.object({
  _id: z.string(),
  _type: z.literal('comment'),
  article: z.object({ _type: z.literal('reference'), _ref: z.string(), _weak: z.literal(true) }),
  parent: z
    .object({ _type: z.literal('reference'), _ref: z.string(), _weak: z.literal(true) })
    .optional(),
  name: z.literal('Removed'),
  body: z.array(z.never()),
  submittedAt: z.string(),
  removed: z.literal(true),
});

export type Tombstone = z.infer<typeof tombstoneShape>;

/** Where a comment stands in a conversation. */
export const placeShape = z.object({
  article: z.string(),
  parent: z.string().nullable(),
  submittedAt: z.string(),
});

export type Place = z.infer<typeof placeShape>;

const referenceShape = z.object({ _ref: z.string() });

/** As much of a stored comment as its place needs; an editor may have unset any of it. */
const standingShape = z.object({
  article: referenceShape,
  parent: referenceShape.optional().catch(undefined),
  submittedAt: z.string(),
});

/** What removing a comment will do; planned first, so that it can be finished after a fault. */
export interface Removal {
  readonly id: string;
  /** What it answers. */
  readonly parent: string | undefined;
  /** Left in its place where approved comments answer it, then and still. */
  readonly tombstone: Tombstone | undefined;
}

/**
 * A comment whose place is known neither here nor there goes without a tombstone.
 *
 * @param client may write, and sees drafts
 * @param known its place, where it is known beforehand: the comment may be gone, from an earlier try
 */
export async function planRemoval(
  client: SanityClient,
  id: string,
  known?: Place,
): Promise<Removal> {
  const [{ published, draft }, answered] = await Promise.all([
    find(client, id),
    isAnswered(client, id),
  ]);
  const place = toPlace(published) ?? known;
  const answers = parentOf(published) ?? parentOf(draft) ?? known?.parent ?? undefined;
  if (place === undefined || !answered) return { id, parent: answers, tombstone: undefined };
  const { article, parent, submittedAt } = place;
  return {
    id,
    parent: answers,
    tombstone: {
      _id: id,
      _type: 'comment',
      article: toReference(article),
      ...(parent !== null && { parent: toReference(parent) }),
      name: 'Removed',
      body: [],
      submittedAt,
      removed: true,
    },
  };
}

/**
 * Deletes a comment, its draft and its private part, with their past, and leaves the tombstone. Where it
 * leaves none, tombstones above that held nothing else go in the same transaction.
 *
 * May be repeated: what is gone already is passed over.
 *
 * @param client may write, and sees drafts
 */
export async function carryOutRemoval(
  client: SanityClient,
  { id, parent, tombstone }: Removal,
): Promise<void> {
  const [{ published, draft, part }, answered] = await Promise.all([
    find(client, id),
    tombstone === undefined ? Promise.resolve(false) : isAnswered(client, id),
  ]);
  const stone = answered ? tombstone : undefined;
  const isLast = stone === undefined && parent !== undefined;
  const empty = isLast ? await emptyPlacesAbove(client, id, parent) : [];
  const drafts = draft === null ? [] : [draft._id];
  const actions = [
    ...(published === null ? drafts.map(discarding) : [deletion(id, drafts)]),
    ...(part === null ? [] : [deletion(part._id, [])]),
    ...empty.map((place) => deletion(place.id, place.drafts)),
  ];
  if (actions.length > 0) await client.action(actions);
  if (stone !== undefined) await client.createIfNotExists(stone);
}

/** Plans and carries out in one go: may be repeated where the place is known. */
export async function removeComment(
  client: SanityClient,
  id: string,
  known?: Place,
): Promise<void> {
  await carryOutRemoval(client, await planRemoval(client, id, known));
}

function deletion(publishedId: string, drafts: readonly string[]) {
  const actionType = 'sanity.action.document.delete' as const;
  return { actionType, publishedId, includeDrafts: [...drafts], purge: true };
}

function discarding(versionId: string) {
  const actionType = 'sanity.action.document.version.discard' as const;
  return { actionType, versionId, purge: true };
}

function toReference(ref: string): Tombstone['article'] {
  return { _type: 'reference', _ref: ref, _weak: true };
}

/** By id, since a query may not know yet what was written a moment ago. */
async function find(client: SanityClient, id: string) {
  const ids = [id, toDraftId(id), toPrivateId(id)];
  const [published = null, draft = null, part = null] = await client.getDocuments(ids);
  return { published, draft, part };
}

function toPlace(document: unknown): Place | undefined {
  const standing = standingShape.safeParse(document).data;
  if (standing === undefined) return undefined;
  const { article, parent, submittedAt } = standing;
  return { article: article._ref, parent: parent?._ref ?? null, submittedAt };
}
