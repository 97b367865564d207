import type { SanityClient } from '@sanity/client';
import type { Catalogue } from '../cms/catalogue.ts';
import { planRedirects, type Move } from './moved.ts';

/**
 * Writes the redirects that moves ask for into the store, where editors see them.
 *
 * They come back by the stream like any document. Writing them twice changes nothing.
 *
 * @param client may write
 * @throws Error when the store refuses, or is away
 */
export async function writeRedirects(
  client: SanityClient,
  catalogue: Catalogue,
  moves: readonly Move[],
): Promise<void> {
  const { put, remove } = planRedirects(moves, catalogue.all('redirect'));
  const transaction = client.transaction();
  for (const redirect of put) transaction.createOrReplace(redirect);
  for (const id of remove) transaction.delete(id);
  await transaction.commit({ visibility: 'async' });
}
