import { ClientError } from '@sanity/client';
import type { SanityClient } from '@sanity/client';

import type { Deliver, Outcome } from './delivery.ts';
import { toCommentDocuments, toPrivateId } from './held-comment.ts';

const TIMEOUT_MS = 15_000;

/** Statuses that the same comment would meet again. A missing or weak token is not one of them. */
const PERMANENT = new Set([400, 409, 413, 422]);

/**
 * Delivers comments through the Sanity API: one transaction, named after the comment.
 *
 * A comment whose private part is there was delivered before, whatever has become of the draft
 * since; it is not made again. A comment on a page that is gone is set aside.
 *
 * @param client may write
 */
export function createSanityDeliver(client: SanityClient): Deliver {
  return async (comment): Promise<Outcome> => {
    const privateId = toPrivateId(comment.id);
    const documents = client.getDocuments<Record<string, unknown>>([comment.articleId, privateId]);
    const [article, delivered] = await documents;
    if (delivered) return { status: 'delivered' };
    if (!article) return { status: 'park', reason: 'The page it is about is not there.' };

    const transaction = client.transaction().transactionId(comment.id);
    for (const document of toCommentDocuments(comment)) transaction.createIfNotExists(document);
    try {
      await transaction.commit({ visibility: 'sync', timeout: TIMEOUT_MS });
      return { status: 'delivered' };
    } catch (error) {
      if (!(error instanceof ClientError) || !PERMANENT.has(error.statusCode)) throw error;
      const [there] = await client.getDocuments([privateId]);
      if (there) return { status: 'delivered' };
      return { status: 'park', reason: `The store refused it (status ${error.statusCode}).` };
    }
  };
}
