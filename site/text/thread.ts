import type { Comment } from '../cms/sanity.types.ts';

export interface ThreadNode {
  readonly comment: Comment;
  readonly replies: readonly ThreadNode[];
}

/**
 * Arranges comments as a conversation, in the order they are given.
 *
 * A reply whose parent is not here (or that would answer itself through others) starts a thread of its own,
 * so that no approved comment is lost from the page.
 */
export function toThread(comments: readonly Comment[]): readonly ThreadNode[] {
  const known = new Map(comments.map((comment) => [comment._id, comment]));
  const isRoot = (comment: Comment): boolean => {
    const seen = new Set<string>([comment._id]);
    let parent = known.get(comment.parent?._ref ?? '');
    if (!parent) return true;
    while (parent) {
      if (seen.has(parent._id)) return true;
      seen.add(parent._id);
      parent = known.get(parent.parent?._ref ?? '');
    }
    return false;
  };
  const roots = comments.filter(isRoot);
  const rootIds = new Set(roots.map(({ _id }) => _id));
  const replies = Map.groupBy(
    comments.filter(({ _id }) => !rootIds.has(_id)),
    ({ parent }) => parent?._ref,
  );
  const node = (comment: Comment): ThreadNode => ({
    comment,
    replies: (replies.get(comment._id) ?? []).map(node),
  });
  return roots.map(node);
}
