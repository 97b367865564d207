import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { CommentContext } from '../around/context.ts';
import type { ModeratedComment } from '../comment.ts';
import type { Leftover } from '../verdicts/report.ts';
import { toNotice } from '../verdicts/report.ts';
import type { useWork } from '../verdicts/use-work.ts';
import { VERDICT_TITLES, verdictsFor } from '../verdicts/verdict.ts';
import type { Verdict } from '../verdicts/verdict.ts';

/** How long after the list has moved a click is taken for one on what was there before, in milliseconds. */
const PAUSE_MS = 500;

const REWORDED = 'The text has changed since you saw it. Read it again, then decide.';

interface JudgingOptions {
  readonly comments: readonly ModeratedComment[];
  readonly contexts: ReadonlyMap<string, CommentContext>;
  readonly work: ReturnType<typeof useWork>;
  readonly reworded: ReadonlySet<string>;
  readonly markRead: (comments: readonly ModeratedComment[]) => void;
  /** Moves on from comments that are about to go. */
  readonly leave: (ids: ReadonlySet<string>) => void;
}

/**
 * Passes verdicts on, those that hold: what is not offered is named, a text that changed under the moderator's eyes is
 * read again first, and deleting asks.
 */
export function useJudging(options: JudgingOptions) {
  const { comments, contexts, work, reworded, markRead, leave } = options;
  const [doomed, setDoomed] = useState<readonly ModeratedComment[]>([]);

  const order = useMemo(() => comments.map(({ id }) => id).join(' '), [comments]);
  const moved = useRef({ order, at: -PAUSE_MS });
  useEffect(() => {
    if (moved.current.order !== order) moved.current = { order, at: performance.now() };
  }, [order]);
  /** A comment may have come under the pointer that moment: the second half of a double click is not meant for it. */
  const isSettled = useCallback(() => performance.now() - moved.current.at >= PAUSE_MS, []);

  const carryOut = useCallback(
    (list: readonly ModeratedComment[], verdict: Verdict, leftOut: readonly Leftover[]) => {
      leave(new Set(list.map(({ id }) => id)));
      void work.decide(list, verdict, leftOut);
    },
    [leave, work],
  );

  const judge = useCallback(
    (list: readonly ModeratedComment[], verdict: Verdict) => {
      const refused: Leftover[] = [];
      const changed: ModeratedComment[] = [];
      const ready = list.filter((comment) => {
        if (!verdictsFor(comment, contexts.get(comment.id)).includes(verdict)) {
          const why = `“${VERDICT_TITLES[verdict]}” is not offered for it.`;
          refused.push({ comment, why });
          return false;
        }
        if (verdict !== 'approve' || !reworded.has(comment.id)) return true;
        changed.push(comment);
        refused.push({ comment, why: REWORDED });
        return false;
      });
      if (changed.length > 0) markRead(changed);
      if (ready.length === 0) work.report(toNotice(undefined, refused, []));
      else if (verdict === 'delete') setDoomed(ready);
      else carryOut(ready, verdict, refused);
    },
    [carryOut, contexts, markRead, reworded, work],
  );

  const spare = useCallback(() => setDoomed([]), []);
  const confirm = useCallback(() => {
    setDoomed([]);
    carryOut(doomed, 'delete', []);
  }, [carryOut, doomed]);

  return { judge, isSettled, doomed, spare, confirm };
}
