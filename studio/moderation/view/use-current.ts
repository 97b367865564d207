import { useCallback, useRef, useState } from 'react';

import type { ModeratedComment } from '../comment.ts';
import { neighbourOf } from '../list/moves.ts';

/** The list itself, which can hold the focus when no comment does. */
export const LIST_ID = 'moderation-list';

/** The id of a comment's card in the page, so that the focus can move to it. */
export function toCardId(id: string): string {
  return `moderated-${id}`;
}

function focusOn(id: string | undefined): void {
  document.getElementById(id === undefined ? LIST_ID : toCardId(id))?.focus();
}

/**
 * The comment that keys are about: the one whose card holds the focus.
 *
 * When it leaves the list by somebody else's doing, none is: a key must not fall on the comment that took its place.
 */
export function useCurrent(comments: readonly ModeratedComment[]) {
  const [currentId, setShownId] = useState<string>();
  // Keys come faster than the list is drawn: each is about what the one before it has left.
  const latestId = useRef<string>(undefined);
  const lastPlace = useRef(0);

  const setCurrentId = useCallback(
    (id: string | undefined) => {
      latestId.current = id;
      setShownId(id);
      const place = comments.findIndex((comment) => comment.id === id);
      if (place !== -1) lastPlace.current = place;
    },
    [comments],
  );

  const findCurrent = useCallback(
    () => comments.find(({ id }) => id === latestId.current),
    [comments],
  );

  const step = useCallback(
    (by: 1 | -1) => {
      const place = comments.findIndex(({ id }) => id === latestId.current);
      // Where there is none, the next is the one that took the place of the last.
      const from = place === -1 ? lastPlace.current - (by === 1 ? 1 : 0) : place;
      const next = Math.min(Math.max(from + by, 0), comments.length - 1);
      focusOn(comments[next]?.id);
    },
    [comments],
  );

  const leave = useCallback(
    (ids: ReadonlySet<string>) => {
      if (latestId.current !== undefined && !ids.has(latestId.current)) return;
      const next = neighbourOf(comments, ids);
      setCurrentId(next);
      focusOn(next);
    },
    [comments, setCurrentId],
  );

  return { currentId, findCurrent, setCurrentId, step, leave, focusOn };
}
