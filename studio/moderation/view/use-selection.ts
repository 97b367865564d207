import { useCallback, useMemo, useState } from 'react';

import type { ModeratedComment } from '../comment.ts';

const NONE: ReadonlySet<string> = new Set();

/** The comments that are ticked. What leaves the list is not chosen any more, also when it comes back. */
export function useSelection(comments: readonly ModeratedComment[]) {
  const [ticked, setTicked] = useState(NONE);
  const chosen = useMemo(() => comments.filter(({ id }) => ticked.has(id)), [comments, ticked]);

  // Kept at once: a key must not fall on what somebody else has just brought back.
  if (chosen.length < ticked.size) setTicked(new Set(chosen.map(({ id }) => id)));

  const toggle = useCallback((id: string) => {
    setTicked((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const toggleAll = useCallback(() => {
    setTicked(chosen.length === comments.length ? NONE : new Set(comments.map(({ id }) => id)));
  }, [chosen.length, comments]);
  const choose = useCallback((ids: readonly string[]) => setTicked(new Set(ids)), []);
  const clear = useCallback(() => setTicked(NONE), []);

  return { chosen, toggle, toggleAll, choose, clear };
}
