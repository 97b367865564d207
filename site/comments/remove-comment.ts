import type { SanityClient } from '@sanity/client';
import { z } from 'zod';

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

const foundShape = z.object({
  versions: z.array(z.string()),
  private: z.string().nullable(),
  published: placeShape.nullable(),
  answers: z.number(),
});

const removalQuery = `{
  "versions": *[_id in [$id, $draft]]._id,
  "private": *[_id == $private][0]._id,
  "published": *[_id == $id][0]{ "article": article._ref, "parent": parent._ref, submittedAt },
  "answers": count(*[_type == "comment" && parent._ref == $id && !(_id in path("drafts.**"))])
}`;

/** What removing a comment will do; planned first, so that it can be finished after a fault. */
export interface Removal {
  readonly id: string;
  /** Left in its place where approved comments answer it. */
  readonly tombstone: Tombstone | undefined;
}

/**
 * @param client may write, and sees drafts
 * @param known its place, where it is known beforehand: the comment may be gone, from an earlier try
 */
export async function planRemoval(
  client: SanityClient,
  id: string,
  known?: Place,
): Promise<Removal> {
  const { published, answers } = await find(client, id);
  const place = published ?? known;
  if (place === undefined || answers === 0) return { id, tombstone: undefined };
  const { article, parent, submittedAt } = place;
  return {
    id,
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
 * Deletes a comment, its draft and its private part, with their past, and leaves the tombstone.
 *
 * May be repeated: what is gone already is passed over.
 *
 * @param client may write, and sees drafts
 */
export async function carryOutRemoval(
  client: SanityClient,
  { id, tombstone }: Removal,
): Promise<void> {
  const { versions, private: privateId } = await find(client, id);
  const draft = toDraftId(id);
  const drafts = versions.includes(draft) ? [draft] : [];
  const actions = [
    ...(versions.includes(id) ? [deletion(id, drafts)] : drafts.map(discarding)),
    ...(privateId === null ? [] : [deletion(privateId, [])]),
  ];
  if (actions.length > 0) await client.action(actions);
  if (tombstone !== undefined) await client.createIfNotExists(tombstone);
}

/** Plans and carries out in one go: may be repeated where the place is known. */
export async function removeComment(
  client: SanityClient,
  id: string,
  known?: Place,
): Promise<void> {
  await carryOutRemoval(client, await planRemoval(client, id, known));
}

function deletion(publishedId: string, includeDrafts: string[]) {
  const actionType = 'sanity.action.document.delete' as const;
  return { actionType, publishedId, includeDrafts, purge: true };
}

function discarding(versionId: string) {
  const actionType = 'sanity.action.document.version.discard' as const;
  return { actionType, versionId, purge: true };
}

function toReference(ref: string): Tombstone['article'] {
  return { _type: 'reference', _ref: ref, _weak: true };
}

async function find(client: SanityClient, id: string): Promise<z.infer<typeof foundShape>> {
  const params = { id, draft: toDraftId(id), private: toPrivateId(id) };
  return foundShape.parse(await client.fetch(removalQuery, params, { perspective: 'raw' }));
}
