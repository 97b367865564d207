import type { SanityClient } from '@sanity/client';

import { toPrivateId } from './held-comment.ts';

/** How long spam and trash are kept before they are deleted. */
export const BIN_DAYS = 30;

const DAY_MS = 86_400_000;
const AT_ONCE = 100;

/** Held comments of the bin that nobody has touched since `$before`, at most 100. */
const binQuery = `*[_type == "comment" && _id in path("drafts.**") && moderation in ["spam", "trash"] && _updatedAt < $before][0...${AT_ONCE}]._id`;

/**
 * Deletes what has lain in spam or trash for 30 days, the private part with it.
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
    const transaction = client.transaction();
    for (const id of ids) {
      transaction.delete(id).delete(toPrivateId(id.replace(/^drafts\./, '')));
    }
    await transaction.commit({ visibility: 'sync' });
    emptied += ids.length;
  }
}

/** Empties the bin now and once a day. @returns what ends it */
export function emptyBinDaily(
  client: SanityClient,
  now: () => Date,
  log: (line: string) => void,
): () => void {
  const empty = (): void => {
    emptyBin(client, now()).then(
      (emptied) => void (emptied > 0 && log(`Emptied ${emptied} comments from spam and trash.`)),
      (error: unknown) =>
        log(
          `Spam and trash could not be emptied: ${error instanceof Error ? error.name : 'fault'}`,
        ),
    );
  };
  empty();
  const timer = setInterval(empty, DAY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
