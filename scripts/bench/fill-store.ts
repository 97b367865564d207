import type { SanityClient } from '@sanity/client';

interface Stored {
  readonly _id: string;
  readonly _type: string;
}

const BATCH = 100;

/** Settings of comments by which one sender may do what everybody may do together. */
export const UNLIMITED_COMMENTS = {
  _id: 'private.commentSettings',
  _type: 'commentSettings',
  perMinute: 1e6,
  perDay: 1e6,
  perEmailPerDay: 1e6,
  overallPerMinute: 1e6,
};

/** Puts documents into a store, a hundred in one transaction; those of the same ids are overwritten. */
export async function fillStore(client: SanityClient, documents: readonly Stored[]): Promise<void> {
  for (let from = 0; from < documents.length; from += BATCH) {
    const transaction = client.transaction();
    for (const doc of documents.slice(from, from + BATCH)) transaction.createOrReplace(doc);
    await transaction.commit({ visibility: 'async' });
  }
}
