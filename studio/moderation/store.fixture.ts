import type { SanityClient } from '@sanity/client';

import { parseComments } from './comment.ts';
import type { ModeratedComment } from './comment.ts';

/** Writes comments that wait, with their private parts, and gives them as a moderator sees them. */
export async function withComments(
  client: SanityClient,
  ids: readonly string[],
  fields: object = {},
): Promise<readonly ModeratedComment[]> {
  const transaction = client.transaction();
  for (const id of ids) {
    transaction.create({
      _id: `drafts.${id}`,
      _type: 'comment',
      article: { _type: 'reference', _ref: 'article-sleep', _weak: true },
      name: id,
      body: [],
      submittedAt: '2026-11-20T10:00:00Z',
      ...fields,
    });
    transaction.create({
      _id: `private.comment.${id}`,
      _type: 'privateComment',
      comment: id,
      email: `${id}@mail.example`,
    });
  }
  await transaction.commit();
  return seen(client);
}

/** All comments of a store as a moderator sees them now, drafts and public ones. */
export async function seen(client: SanityClient): Promise<readonly ModeratedComment[]> {
  return parseComments(await client.fetch('*[_type == "comment"] | order(name asc, _id asc)'));
}

/** What a store holds of comments: ids, with how each is put away. */
export async function holds(client: SanityClient): Promise<unknown> {
  return client.fetch('*[_type match "*omment"] | order(_id asc)._id');
}
