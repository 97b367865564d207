import type { SanityClient } from '@sanity/client';
import { z } from 'zod';

import { toDraftId, toPrivateId } from '../comments/held-comment.ts';

const PRIVATE_PREFIX = toPrivateId('');

const privateIdsQuery = `*[_type == "privateComment" && lower(email) == $email && _id > $after] | order(_id asc) [0...500]._id`;

const storedQuery = `*[_id in $ids]`;

const AT_ONCE = 100;

/** A document as it is stored. */
type Stored = Readonly<Record<string, unknown>>;

const storedShape = z.array(z.looseObject({ _id: z.string() }));

/**
 * The comments that were sent with an email address, as ids; in capitals or not is all the same.
 *
 * @param client sees everything
 */
export async function commentIdsOf(
  client: SanityClient,
  email: string,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after = ''; ; after = ids.at(-1) ?? '') {
    const params = { email: email.toLowerCase(), after };
    const found = z.array(z.string()).parse(await client.fetch(privateIdsQuery, params));
    ids.push(...found);
    if (found.length === 0) break;
  }
  return ids.map((id) => id.slice(PRIVATE_PREFIX.length));
}

/** Everything that is stored about comments: what is public or held, and the private parts. */
export async function storedAbout(
  client: SanityClient,
  commentIds: readonly string[],
): Promise<readonly Stored[]> {
  const documents: Stored[] = [];
  for (let from = 0; from < commentIds.length; from += AT_ONCE) {
    const ids = commentIds.slice(from, from + AT_ONCE).flatMap(idsOfAll);
    documents.push(...storedShape.parse(await client.fetch(storedQuery, { ids })));
  }
  return documents;
}

/** The ids of all documents that may be stored of a comment. */
export function idsOfAll(commentId: string): readonly string[] {
  return [commentId, toDraftId(commentId), toPrivateId(commentId)];
}
