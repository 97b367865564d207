import type { Mutation } from '@sanity/client';

import type { Stored } from '../comment.ts';

/** How a comment was before a change, and what the change left. */
export interface Undo {
  readonly name: string;
  /** The documents that the change touched, as they were; those that were not there are missing. */
  readonly before: readonly Stored[];
  /** The ids of the documents that the change left. */
  readonly after: readonly string[];
  /** Their revision. */
  readonly revision: string;
}

/** A patch that changes nothing and holds only for a revision: deletes and replacements cannot ask for one. */
export function toLock(id: string, revision: string): Mutation {
  return { patch: { id, ifRevisionID: revision, setIfMissing: { _type: 'comment' } } };
}

/** A document as it can be written again. Its times and revision are the store's to set. */
export function toDocument(stored: Stored, changes: Stored = {}): { _id: string; _type: string } {
  const { _rev, _updatedAt, ...content } = stored;
  return { ...content, ...changes, _id: String(changes['_id'] ?? stored['_id']), _type: 'comment' };
}

/**
 * What puts a comment back as it was. Fails as one when anybody has changed it since: what is there
 * then is not what is to be undone.
 */
export function toUndoMutations({ before, after, revision }: Undo): readonly Mutation[] {
  const ids = new Set(before.map(({ _id }) => _id));
  return [
    ...after.map((id) => toLock(id, revision)),
    ...before.map((stored): Mutation =>
      after.includes(String(stored['_id']))
        ? { createOrReplace: toDocument(stored) }
        : { create: toDocument(stored) },
    ),
    ...after.filter((id) => !ids.has(id)).map((id): Mutation => ({ delete: { id } })),
  ];
}
