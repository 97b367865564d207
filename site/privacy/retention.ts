import type { SanityClient } from '@sanity/client';
import { z } from 'zod';

/** Private parts received before `$before` whose comment is public, at most 100. */
const oldQuery = `*[_type == "privateComment" && receivedAt < $before && _id > $after] | order(_id asc) [0...100]{
  _id,
  "public": defined(*[_id == ^.comment][0]._id)
}`;

const oldShape = z.array(z.object({ _id: z.string(), public: z.boolean() }));

/**
 * Deletes the private parts of comments that have been public for long enough: address, scrambled
 * network and browser, with their past. The comments stay.
 *
 * @param months counted from the day the comment was received
 * @returns how many went
 */
export async function dropOldPrivateParts(
  client: SanityClient,
  now: Date,
  months: number,
): Promise<number> {
  const before = new Date(now);
  before.setUTCMonth(before.getUTCMonth() - months);
  let dropped = 0;
  for (let after = ''; ;) {
    const params = { before: before.toISOString(), after };
    const found = oldShape.parse(await client.fetch(oldQuery, params));
    const last = found.at(-1);
    if (last === undefined) return dropped;
    after = last._id;
    const actions = found.flatMap(({ _id, public: isPublic }) =>
      isPublic
        ? [
            {
              actionType: 'sanity.action.document.delete' as const,
              publishedId: _id,
              includeDrafts: [],
              purge: true,
            },
          ]
        : [],
    );
    if (actions.length > 0) await client.action(actions);
    dropped += actions.length;
  }
}
