import { fingerprint } from './fingerprint.ts';
import type { ContentDocument } from './identity.ts';

/** What the store holds now. */
export interface Stored {
  /** Documents by `_id`, drafts among them. */
  documents: ReadonlyMap<string, Record<string, unknown>>;
  /** The fingerprint of what the last import wrote, by `_id`. */
  imported: ReadonlyMap<string, string>;
}

export interface Step {
  id: string;
  action: 'create' | 'update' | 'unchanged' | 'keep';
}

/**
 * Decides what happens to each document.
 *
 * A document that somebody changed in the Studio since the last import, or has a draft of, is kept.
 *
 * @param force overwrites those too; drafts stay as they are
 */
export function planImport(
  wanted: readonly ContentDocument[],
  { documents, imported }: Stored,
  force: boolean,
): Step[] {
  return wanted.map((document) => {
    const id = document._id;
    const current = documents.get(id);
    const now = current && fingerprint(current);
    if (now === fingerprint(document)) return { id, action: 'unchanged' };
    const edited = documents.has(`drafts.${id}`) || (now !== undefined && now !== imported.get(id));
    if (edited && !force) return { id, action: 'keep' };
    return { id, action: current === undefined ? 'create' : 'update' };
  });
}
