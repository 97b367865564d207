import { useEffect, useMemo, useRef } from 'react';

import type { CommentCardProps } from './comment-card.tsx';

type Handlers = Pick<CommentCardProps, 'onFocus' | 'onChoose' | 'onVerdict' | 'onWrite'>;

/** The same functions at every drawing, which do what the latest ones do: so cards that stay the same are left alone. */
export function useCardHandlers(handlers: Handlers): Handlers {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  return useMemo(
    () => ({
      onFocus: (comment) => latest.current.onFocus(comment),
      onChoose: (comment) => latest.current.onChoose(comment),
      onVerdict: (comment, verdict) => latest.current.onVerdict(comment, verdict),
      onWrite: (comment, writing) => latest.current.onWrite(comment, writing),
    }),
    [],
  );
}
