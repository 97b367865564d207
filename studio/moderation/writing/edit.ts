import type { SanityClient } from '@sanity/client';

import { toVersionId } from '../comment.ts';
import type { ModeratedComment, Stored } from '../comment.ts';
import { toParagraphs } from '../text/body.ts';
import { toBlocks } from '../text/to-blocks.ts';
import { writeText } from '../text/write-text.ts';
import { isConflict } from '../verdicts/carry-out.ts';
import type { Outcome } from '../verdicts/carry-out.ts';
import { isSeen, loadVersions, NO_VERSIONS, versionOf } from '../verdicts/versions.ts';
import type { Versions } from '../verdicts/versions.ts';
import type { Draft } from './drafts.ts';
import { toWebsite, toWritten } from './writing.ts';
import type { Written } from './writing.ts';

/** Whether a comment can be changed: it is public or may become so. */
export function isEditable({ removed, moderation }: ModeratedComment): boolean {
  return !removed && moderation === undefined;
}

/** A comment as it is put before the editor. */
export function toWrittenForm({ name, website = '', body }: ModeratedComment): Written {
  return { name, website, text: writeText(toParagraphs(body)) };
}

export interface EditPatch {
  readonly set: Stored;
  readonly unset: string[];
}

/**
 * What an editor's change writes, with its mark; undefined when nothing is changed.
 *
 * What the editor left as it was at the start may have been changed by others since, and is left alone.
 * A changed text replaces what was sent as well: what is taken out, something private perhaps, must not stay beside it.
 */
export function toEditPatch(
  comment: ModeratedComment,
  { start: before, written: { name, website, text } }: Pick<Draft, 'start' | 'written'>,
  now: Date,
): EditPatch | undefined {
  const address = toWebsite(website);
  const set: Record<string, unknown> = {
    ...(name.trim() !== before.name && { name: name.trim() }),
    ...(website.trim() !== before.website && address !== undefined && { website: address }),
    ...(text !== before.text && {
      body: toBlocks(toWritten(text)),
      ...(!comment.byEditor && { source: text }),
    }),
  };
  const unset = website.trim() === '' && before.website !== '' ? ['website'] : [];
  if (Object.keys(set).length === 0 && unset.length === 0) return undefined;
  return { set: { ...set, editedAt: now.toISOString(), editedBy: 'editor' }, unset };
}

/** Saves a change to the version that the editor saw. */
export async function saveEdit(
  client: SanityClient,
  comment: ModeratedComment,
  { set, unset }: EditPatch,
): Promise<Outcome> {
  const { name, revision: ifRevisionID } = comment;
  const id = toVersionId(comment);
  try {
    const now = await look(client, comment);
    const stored = versionOf(comment, now);
    if (stored === undefined || !isSeen(comment, now)) {
      return { status: 'changed', of: comment, now };
    }
    const { transactionId: revision } = await client.mutate(
      [{ patch: { id, ifRevisionID, set, unset } }],
      { returnDocuments: false, tag: 'moderation.edit' },
    );
    const undo = { name, before: [stored], after: [id], revision };
    return { status: 'done', of: comment, revision, undo };
  } catch (error) {
    return isConflict(error)
      ? { status: 'changed', of: comment, now: undefined }
      : { status: 'failed', of: comment, error };
  }
}

async function look(client: SanityClient, { id }: ModeratedComment): Promise<Versions> {
  return (await loadVersions(client, [id])).get(id) ?? NO_VERSIONS;
}
