import type { SanityClient } from '@sanity/client';
import { z } from 'zod';

import type { ContentDocument } from './identity.ts';
import type { Stored } from './plan.ts';
import { isRecord } from './record.ts';

/** What the last import wrote. The dot keeps it out of every public reader's sight. */
const MANIFEST_ID = 'private.import';

// Some stores put a request's ids into its address, and addresses may not be long.
const IDS_A_REQUEST = 80;

// Hosted Sanity takes 4 MB a transaction; the rest is room for the envelope.
const MAX_TRANSACTION_BYTES = 3_900_000;

const manifestShape = z.object({
  documents: z.array(z.object({ _key: z.string(), hash: z.string() })),
});

/** Reads the documents with these ids, their drafts, and the memory of the last import. */
export async function loadStored(client: SanityClient, ids: readonly string[]): Promise<Stored> {
  const documents = new Map<string, Record<string, unknown>>();
  const wanted = [MANIFEST_ID, ...ids, ...ids.map((id) => `drafts.${id}`)];
  for (let start = 0; start < wanted.length; start += IDS_A_REQUEST) {
    const found: unknown[] = await client.getDocuments(wanted.slice(start, start + IDS_A_REQUEST));
    for (const document of found) {
      if (isRecord(document) && typeof document['_id'] === 'string') {
        documents.set(document['_id'], document);
      }
    }
  }
  const manifest = manifestShape.safeParse(documents.get(MANIFEST_ID));
  const known = manifest.success ? manifest.data.documents : [];
  return { documents, imported: new Map(known.map(({ _key, hash }) => [_key, hash])) };
}

/**
 * Writes documents and the memory of them in one transaction: references may run in circles, and
 * a half-written import would look like edits to the next one.
 *
 * @throws Error when they are too many for one transaction, or when the store refuses
 */
export async function saveDocuments(
  client: SanityClient,
  documents: readonly ContentDocument[],
  imported: ReadonlyMap<string, string>,
): Promise<void> {
  const manifest = {
    _id: MANIFEST_ID,
    _type: 'importManifest',
    documents: [...imported].map(([id, hash]) => ({ _key: id, hash })),
  };
  const bytes = Buffer.byteLength(JSON.stringify([manifest, ...documents]));
  if (bytes > MAX_TRANSACTION_BYTES) {
    throw new Error(
      `The content is ${bytes} bytes, more than the ${MAX_TRANSACTION_BYTES} that fit one transaction. Import part of it first, from a folder with fewer files.`,
    );
  }
  const transaction = client.transaction();
  for (const document of [...documents, manifest]) transaction.createOrReplace(document);
  await transaction.commit({ returnDocuments: false, visibility: 'sync' });
}
