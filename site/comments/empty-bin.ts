import type { SanityClient } from '@sanity/client';

import { removeComment } from './remove-comment.ts';

/** How long spam and trash are kept before they are deleted. */
export const BIN_DAYS = 30;

const DAY_MS = 86_400_000;

/** Held comments of the bin that nobody has touched since `$before`, at most 100. */
const binQuery = `*[_type == "comment" && _id in path("drafts.**") && moderation in ["spam", "trash"] && _updatedAt < $before][0...100]._id`;

/**
 * Deletes what has lain in spam or trash for 30 days, with the private part and the past of both.
 *
 * @param client may write, and sees drafts
 * @returns how many comments went
 */
export async function emptyBin(client: SanityClient, now: Date): Promise<number> {
  const before = new Date(now.getTime() - BIN_DAYS * DAY_MS).toISOString();
  let emptied = 0;
  for (;;) {
    const ids = await client.fetch<string[]>(binQuery, { before });
    if (ids.length === 0) return emptied;
    for (const id of ids) await removeComment(client, id.replace(/^drafts\./, ''));
    emptied += ids.length;
  }
}
