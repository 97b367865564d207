import { useCallback, useMemo, useState } from 'react';

import type { ModeratedComment } from '../comment.ts';

const NONE: ReadonlySet<string> = new Set();

/** The comments that are ticked. What leaves the list is not chosen any more. */
export function useSelection(comments: readonly ModeratedComment[]) {
  const [ticked, setTicked] = useState(NONE);
  const chosen = useMemo(() => comments.filter(({ id }) => ticked.has(id)), [comments, ticked]);

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
  const clear = useCallback(() => setTicked(NONE), []);

  return { chosen, toggle, toggleAll, clear };
}
