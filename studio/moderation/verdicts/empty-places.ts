import type { Action, SanityClient } from '@sanity/client';

import { fieldOf, textOf, toDraftId } from '../comment.ts';
import type { ModeratedComment } from '../comment.ts';

/** More than a discussion is ever deep. */
const MOST_ABOVE = 100;

/** Places of removed comments that no public one answers but those which are to go. */
const emptyQuery = `*[_id in $ids && _type == "comment" && removed == true && count(*[_type == "comment" && parent._ref == ^._id && !(_id in path("drafts.**")) && !(_id in $gone)]) == 0]{
  _id,
  parent,
  "changed": defined(*[_id == "drafts." + ^._id][0]._id)
}`;

/**
 * Deletes the places of removed comments above some that are to go, where they hold nothing else then:
 * those which these answer, those which those answer, and so on.
 */
export async function toPlaceDeletions(
  client: SanityClient,
  comments: readonly Pick<ModeratedComment, 'id' | 'parentId'>[],
): Promise<readonly Action[]> {
  const actions: Action[] = [];
  const gone = new Set(comments.map(({ id }) => id));
  let above = comments.flatMap(({ parentId }) => parentId ?? []);
  for (let level = 0; level < MOST_ABOVE && above.length > 0; level += 1) {
    const params = { ids: [...new Set(above)].filter((id) => !gone.has(id)), gone: [...gone] };
    const found: unknown = await client.fetch(emptyQuery, params, { tag: 'moderation.places' });
    above = [];
    for (const place of Array.isArray(found) ? found : []) {
      const id = textOf(place, '_id');
      if (id === undefined) continue;
      gone.add(id);
      const parentId = textOf(fieldOf(place, 'parent'), '_ref');
      if (parentId !== undefined) above.push(parentId);
      actions.push({
        actionType: 'sanity.action.document.delete',
        publishedId: id,
        includeDrafts: fieldOf(place, 'changed') === true ? [toDraftId(id)] : [],
        purge: true,
      });
    }
  }
  return actions;
}
