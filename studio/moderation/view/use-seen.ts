import { useCallback, useMemo, useState } from 'react';

import type { ModeratedComment } from '../comment.ts';
import { isReworded, withOwn, withRead, withShown } from '../list/seen.ts';
import type { Seen } from '../list/seen.ts';

const NOTHING: Seen = new Map();

/**
 * Which of the shown comments read otherwise than when they were first shown.
 *
 * @param own revisions that this moderator made
 */
export function useSeen(comments: readonly ModeratedComment[], own: ReadonlySet<string>) {
  const [seen, setSeen] = useState(NOTHING);
  const shown = withShown(withOwn(seen, comments, own), comments);
  // What is derived from the list is kept at once: an effect would be a moment late.
  if (shown !== seen) setSeen(shown);

  const reworded = useMemo(
    () => new Set(comments.filter((comment) => isReworded(shown, comment)).map(({ id }) => id)),
    [comments, shown],
  );
  const markRead = useCallback(
    (read: readonly ModeratedComment[]) => setSeen((before) => withRead(before, read)),
    [],
  );
  return { reworded, markRead };
}
