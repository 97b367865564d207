import type { ModeratedComment } from '../comment.ts';
import { TAB_TITLES } from './tabs.ts';
import type { Counts, Tab } from './tabs.ts';

/** A verdict on its way to the server: where the comment was, and where it will be. */
export interface Move {
  readonly id: string;
  /** The revision the verdict was given on. */
  readonly revision: string;
  readonly from: Tab;
  readonly to: Tab | undefined;
  /** It may be an emergency, and is counted so where it waits. */
  readonly urgent: boolean;
}

/** Whether the list still shows the comment as it was before the move. */
function isStale(comment: ModeratedComment, move: Move): boolean {
  return comment.id === move.id && comment.revision === move.revision;
}

/** The list without comments that have just been dealt with. */
export function withoutMoved(
  comments: readonly ModeratedComment[],
  moves: readonly Move[],
): readonly ModeratedComment[] {
  return comments.filter((comment) => !moves.some((move) => isStale(comment, move)));
}

/**
 * The counts as they will be once the moves have arrived.
 *
 * A move whose comment is no longer in `comments` has arrived: the counts came with that list and know it already.
 */
export function withMoves(
  counts: Counts,
  moves: readonly Move[],
  comments: readonly ModeratedComment[],
): Counts {
  const next = { ...counts };
  const underway = moves.filter((move) => comments.some((comment) => isStale(comment, move)));
  for (const { from, to, urgent } of underway) {
    next[from] = Math.max(0, next[from] - 1);
    if (to !== undefined) next[to] += 1;
    if (urgent && from === 'pending') next.urgent = Math.max(0, next.urgent - 1);
    if (urgent && to === 'pending') next.urgent += 1;
  }
  return next;
}

/** The comment to look at after some have left the list: the one below the first of them, else the one above. */
export function neighbourOf(
  comments: readonly ModeratedComment[],
  leaving: ReadonlySet<string>,
): string | undefined {
  const first = comments.findIndex(({ id }) => leaving.has(id));
  const stays = ({ id }: ModeratedComment) => !leaving.has(id);
  return (comments.slice(first).find(stays) ?? comments.slice(0, first).findLast(stays))?.id;
}

/** “Pending (12, 1 urgent)”, as a screen reader should hear it too. */
export function toTabLabel(tab: Tab, counts: Counts | undefined): string {
  if (counts === undefined) return TAB_TITLES[tab];
  const urgent = tab === 'pending' && counts.urgent > 0 ? `, ${counts.urgent} urgent` : '';
  return `${TAB_TITLES[tab]} (${counts[tab]}${urgent})`;
}
