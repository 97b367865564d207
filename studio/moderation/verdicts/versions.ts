import type { SanityClient } from '@sanity/client';

import { isStored, textOf, toDraftId, toPrivateId } from '../comment.ts';
import type { ModeratedComment, Stored } from '../comment.ts';

/** A comment as the store has it now. */
export interface Versions {
  readonly draft: Stored | undefined;
  readonly published: Stored | undefined;
  /** Whether its private part is there. */
  readonly private: boolean;
}

export const NO_VERSIONS: Versions = { draft: undefined, published: undefined, private: false };

const versionsQuery = '*[_id in $ids]';
const privateQuery = '*[_id in $privateIds]._id';

/** Loads what there is of these comments, by id. */
export async function loadVersions(
  client: SanityClient,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Versions>> {
  const found: { readonly documents: unknown; readonly parts: unknown } = await client.fetch(
    `{"documents": ${versionsQuery}, "parts": ${privateQuery}}`,
    { ids: ids.flatMap((id) => [id, toDraftId(id)]), privateIds: ids.map(toPrivateId) },
    { tag: 'moderation.versions' },
  );
  const documents = new Map<string, Stored>();
  for (const document of Array.isArray(found.documents) ? found.documents : []) {
    const id = textOf(document, '_id');
    if (id !== undefined && isStored(document)) documents.set(id, document);
  }
  const parts = new Set<unknown>(Array.isArray(found.parts) ? found.parts : []);
  return new Map(
    ids.map((id) => [
      id,
      {
        draft: documents.get(toDraftId(id)),
        published: documents.get(id),
        private: parts.has(toPrivateId(id)),
      },
    ]),
  );
}

/** The stored version that a moderator sees: the draft in pending, spam and trash, the public one in approved. */
export function versionOf(
  { draft }: Pick<ModeratedComment, 'draft'>,
  versions: Versions,
): Stored | undefined {
  return draft ? versions.draft : versions.published;
}

/** Whether it is still what the moderator saw. A verdict must never fall on a text nobody read. */
export function isSeen(comment: ModeratedComment, versions: Versions): boolean {
  return versionOf(comment, versions)?.['_rev'] === comment.revision;
}
