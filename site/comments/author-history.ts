import type { SanityClient } from '@sanity/client';
import { z } from 'zod';

import { isConfirmed, isOwners } from '../mail/subscription.ts';
import type { SenderHistory } from './triage/facts.ts';

const DEADLINE_MS = 1500;
const AT_MOST = 200;

/** The private parts of the newest comments that gave an address, at most 200. */
const privatePartsQuery = `*[_type == "privateComment" && lower(email) == $email]
  | order(receivedAt desc)[0...${AT_MOST}]{comment, verifiedAt, unsubscribedAt}`;

/** What became of comments with these ids. */
const fatesQuery = `{
  "approved": count(*[_id in $ids && _type == "comment" && removed != true]),
  "spam": count(*[_id in $drafts && _type == "comment" && moderation == "spam"])
}`;

const time = z
  .string()
  .nullish()
  .transform((at) => at ?? undefined);
const partsShape = z.array(
  z.object({ comment: z.string(), verifiedAt: time, unsubscribedAt: time }),
);
const fatesShape = z.object({ approved: z.number(), spam: z.number() });

/** Who is not verified is not trusted, whatever else there is. */
const STRANGER: SenderHistory = { verified: false, approved: 0, spam: 0 };

/**
 * What became of earlier comments that gave the address; it takes 1.5 seconds at most. It is verified
 * only in a browser of its owner: others know the address, too.
 *
 * Undefined when the store does not tell in time: then it is not known.
 *
 * @param knownSince see `KnownBrowsers`
 */
export type AuthorHistory = (
  email: string,
  knownSince: Date | undefined,
) => Promise<SenderHistory | undefined>;

/** @param client may read drafts and private parts */
export function createAuthorHistory(client: SanityClient): AuthorHistory {
  return async (email, knownSince) => {
    const options = { signal: AbortSignal.timeout(DEADLINE_MS) };
    try {
      const params = { email: email.toLowerCase() };
      const parts = partsShape.parse(await client.fetch(privatePartsQuery, params, options));
      if (!isConfirmed(parts)) return STRANGER;
      if (!isOwners(parts, knownSince)) return { ...STRANGER, elsewhere: true };
      const ids = parts.map(({ comment }) => comment);
      const drafts = ids.map((id) => `drafts.${id}`);
      const fates = await client.fetch(fatesQuery, { ids, drafts }, options);
      return { verified: true, ...fatesShape.parse(fates) };
    } catch {
      return undefined;
    }
  };
}
