import type { SanityClient } from '@sanity/client';

import { toDraftId } from './comment.ts';
import type { ModeratedComment } from './comment.ts';
import type { CommentContext } from './context.ts';
import { tabOf } from './tabs.ts';
import type { Tab } from './tabs.ts';

export type Verdict = 'approve' | 'spam' | 'trash' | 'restore' | 'take-down' | 'delete';

const VERDICTS: Readonly<Record<Tab, readonly Verdict[]>> = {
  pending: ['approve', 'spam', 'trash'],
  approved: ['take-down'],
  spam: ['restore', 'trash', 'delete'],
  trash: ['restore', 'spam', 'delete'],
};

/**
 * What a moderator may do with a comment; the likeliest first.
 *
 * A change to an approved comment can only be approved here: putting it away would leave the approved text on the page.
 */
export function verdictsFor(
  comment: ModeratedComment,
  context: Pick<CommentContext, 'approvedBefore'> | undefined,
): readonly Verdict[] {
  const tab = tabOf(comment);
  return tab === 'pending' && context?.approvedBefore ? ['approve'] : VERDICTS[tab];
}

export const VERDICT_TITLES: Readonly<Record<Verdict, string>> = {
  approve: 'Approve',
  spam: 'Spam',
  trash: 'Trash',
  restore: 'Back to pending',
  'take-down': 'Take down',
  delete: 'Delete for good',
};

/** What the Studio says once it is done. */
export const VERDICT_DONE: Readonly<Record<Verdict, string>> = {
  approve: 'Approved. The comment appears on the page.',
  spam: 'Moved to spam.',
  trash: 'Moved to trash.',
  restore: 'Back in pending.',
  'take-down': 'Taken down. The comment is pending again.',
  delete: 'Deleted, with the email address.',
};

/** The tab a comment goes to; undefined when it is gone. */
export function toTab(verdict: Verdict): Tab | undefined {
  switch (verdict) {
    case 'approve':
      return 'approved';
    case 'spam':
    case 'trash':
      return verdict;
    case 'restore':
    case 'take-down':
      return 'pending';
    case 'delete':
      return undefined;
  }
}

/**
 * Carries out a verdict on the comment as the moderator saw it.
 *
 * Rejects with status 409 when the comment has changed since, for instance because a second moderator was quicker:
 * a verdict must never fall on a text nobody read.
 */
export async function carryOut(
  client: SanityClient,
  verdict: Verdict,
  { id, revision }: ModeratedComment,
): Promise<void> {
  const draftId = toDraftId(id);
  switch (verdict) {
    case 'approve':
      await client.action({
        actionType: 'sanity.action.document.publish',
        draftId,
        publishedId: id,
        ifDraftRevisionId: revision,
      });
      return;
    case 'take-down':
      await client.action({
        actionType: 'sanity.action.document.unpublish',
        draftId,
        publishedId: id,
      });
      return;
    case 'spam':
    case 'trash':
      await client.patch(draftId).ifRevisionId(revision).set({ moderation: verdict }).commit();
      return;
    case 'restore':
      await client.patch(draftId).ifRevisionId(revision).unset(['moderation']).commit();
      return;
    case 'delete':
      // The no-op patch carries the revision: deletes cannot, and the transaction holds or falls as one.
      await client
        .transaction()
        .patch(draftId, (patch) => patch.ifRevisionId(revision).setIfMissing({ _type: 'comment' }))
        .delete(draftId)
        .delete(`private.comment.${id}`)
        .commit();
  }
}
