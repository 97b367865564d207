import type { ModeratedComment } from '../comment.ts';
import type { CommentContext } from '../around/context.ts';
import { tabOf } from '../list/tabs.ts';
import type { Tab } from '../list/tabs.ts';

export type Verdict =
  | 'approve'
  | 'spam'
  | 'trash'
  | 'restore'
  | 'take-down'
  | 'drop-change'
  | 'delete';

const VERDICTS: Readonly<Record<Tab, readonly Verdict[]>> = {
  pending: ['approve', 'spam', 'trash'],
  approved: ['take-down', 'spam', 'trash'],
  spam: ['restore', 'trash', 'delete'],
  trash: ['restore', 'spam', 'delete'],
};

const FOR_CHANGES: readonly Verdict[] = ['approve', 'drop-change'];
const NONE: readonly Verdict[] = [];

/**
 * What a moderator may do with a comment; the likeliest first.
 *
 * A change to an approved comment is approved or dropped: putting it away would leave the approved text on the page.
 * The place of an erased comment is left as it is.
 */
export function verdictsFor(
  comment: ModeratedComment,
  context: Pick<CommentContext, 'approvedBefore'> | undefined,
): readonly Verdict[] {
  if (comment.removed) return NONE;
  const tab = tabOf(comment);
  return tab === 'pending' && context?.approvedBefore ? FOR_CHANGES : VERDICTS[tab];
}

/** What may be done with the comments of a tab, most of them. */
export function verdictsOf(tab: Tab): readonly Verdict[] {
  return VERDICTS[tab];
}

export const VERDICT_TITLES: Readonly<Record<Verdict, string>> = {
  approve: 'Approve',
  spam: 'Spam',
  trash: 'Trash',
  restore: 'Back to pending',
  'take-down': 'Take down',
  'drop-change': 'Keep the public text',
  delete: 'Delete for good',
};

const DONE: Readonly<Record<Verdict, string>> = {
  approve: 'approved',
  spam: 'moved to spam',
  trash: 'moved to trash',
  restore: 'moved back to pending',
  'take-down': 'taken down: pending again',
  'drop-change': 'left as it was',
  delete: 'deleted for good, with the email address',
};

/** What the tool says once it is done: “Ann’s comment: approved.”, “12 comments: moved to spam.” */
export function toDoneText(
  verdict: Verdict,
  comments: readonly { readonly name: string }[],
): string {
  const [first] = comments;
  const whose =
    comments.length === 1 && first ? `Comment by ${first.name}` : `${comments.length} comments`;
  return `${whose}: ${DONE[verdict]}.`;
}

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
    case 'drop-change':
    case 'delete':
      return undefined;
  }
}
