import type { SanityClient, SanityDocument } from '@sanity/client';
import { z } from 'zod';

import { toDraftId } from './held-comment.ts';

/** More than a discussion is ever deep: where editors have made it deeper, the rest stays. */
const MOST_ABOVE = 100;

const answersQuery = `*[_type == "comment" && parent._ref == $id && !(_id in path("drafts.**"))][0...100]._id`;
const idsShape = z.array(z.string());
const answerShape = z.object({ parent: z.object({ _ref: z.string() }) });

/** The place of a removed comment that holds nothing any more. */
export interface EmptyPlace {
  readonly id: string;
  /** What an editor has begun to change about it goes with it. */
  readonly drafts: readonly string[];
}

/**
 * The tombstones above a comment that hold nothing once it is gone: the one it answers, where nobody
 * else does, then the one which that answers, and so on. Never a comment that somebody wrote.
 *
 * @param client sees drafts
 * @param parent what the comment answers
 */
export async function emptyPlacesAbove(
  client: SanityClient,
  id: string,
  parent: string,
): Promise<readonly EmptyPlace[]> {
  const empty: EmptyPlace[] = [];
  let gone = id;
  let above: string | undefined = parent;
  while (above !== undefined && empty.length < MOST_ABOVE) {
    const ids = [above, toDraftId(above)];
    const [place = null, draft = null] = await client.getDocuments<SanityDocument>(ids);
    if (place?.['removed'] !== true || (await isAnswered(client, above, gone))) break;
    empty.push({ id: above, drafts: draft === null ? [] : [draft._id] });
    gone = above;
    above = parentOf(place);
  }
  return empty;
}

/**
 * Whether approved comments answer it.
 *
 * @param except an answer that does not count
 */
export async function isAnswered(
  client: SanityClient,
  id: string,
  except?: string,
): Promise<boolean> {
  const found = await client.fetch<unknown>(answersQuery, { id }, { perspective: 'raw' });
  const ids = idsShape.parse(found).filter((each) => each !== except);
  if (ids.length === 0) return false;
  // By id, since a query may not know yet what was removed a moment ago.
  const answers = await client.getDocuments(ids);
  return answers.some((answer) => answer !== null);
}

/** What a stored comment answers; undefined where it answers none. */
export function parentOf(document: unknown): string | undefined {
  return answerShape.safeParse(document).data?.parent._ref;
}
