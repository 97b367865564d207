import type { SanityClient } from '@sanity/client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { CommentContext } from '../around/context.ts';
import type { ModeratedComment } from '../comment.ts';
import { isVerdict, toVerdict } from '../keys/keys.ts';
import type { Command } from '../keys/keys.ts';
import { withMoves, withoutMoved } from '../list/moves.ts';
import type { Tab } from '../list/tabs.ts';
import { toRequestKey, usePage } from '../list/use-page.ts';
import { toNotice } from '../verdicts/report.ts';
import type { Undo } from '../verdicts/undo.ts';
import { useWork } from '../verdicts/use-work.ts';
import { verdictsFor, verdictsOf } from '../verdicts/verdict.ts';
import { isEditable } from '../writing/edit.ts';
import type { Writing } from '../writing/drafts.ts';
import { toReplying } from '../writing/reply.ts';
import { useWriting } from '../writing/use-writing.ts';
import type { Written } from '../writing/writing.ts';
import { useCurrent } from './use-current.ts';
import { useFilter } from './use-filter.ts';
import { useJudging } from './use-judging.ts';
import { useSeen } from './use-seen.ts';
import { useSelection } from './use-selection.ts';

/** How many comments are shown at first, and how many more each time. */
const STEP = 50;

const NO_COMMENTS: readonly ModeratedComment[] = [];
const NOBODY: readonly string[] = [];
const NO_CONTEXTS: ReadonlyMap<string, CommentContext> = new Map();

/** All that the list of a tab knows and does. */
export function useDesk(client: SanityClient, tab: Tab) {
  const filtering = useFilter();
  const { filter } = filtering;
  const key = toRequestKey({ tab, filter });
  const [limits, setLimits] = useState<Readonly<Record<string, number>>>({});
  const limit = limits[key] ?? STEP;
  const paging = usePage(client, { tab, filter, limit });
  const { reload, lastToChange } = paging;
  const page = paging.shown === key ? paging.page : undefined;
  const contexts = page?.contexts ?? NO_CONTEXTS;

  const work = useWork(client, { reload, lastToChange });
  const { moves, nameOf, report, addOwn } = work;
  const comments = useMemo(() => withoutMoved(page?.comments ?? NO_COMMENTS, moves), [page, moves]);
  const counts = useMemo(
    () => paging.page && withMoves(paging.page.counts, moves, paging.page.comments),
    [paging.page, moves],
  );

  const writing = useWriting(client, { report, nameOf, addOwn });
  const { reworded, markRead } = useSeen(comments, work.own);
  const selection = useSelection(comments);
  const placing = useCurrent(comments);
  const { currentId, findCurrent, setCurrentId, focusOn, leave } = placing;
  const judging = useJudging({ comments, contexts, work, reworded, markRead, leave });
  const say = useCallback((text: string) => report(toNotice(text, [], [])), [report]);

  const { choose, clear } = selection;
  const [listed, setListed] = useState(key);
  if (listed !== key) {
    setListed(key);
    clear();
    setCurrentId(undefined);
  }

  // Somebody else has dealt with the comment in view: nothing is in view then, and it is said.
  useEffect(() => {
    const isGone = page !== undefined && currentId !== undefined && findCurrent() === undefined;
    if (!isGone || moves.some(({ id }) => id === currentId)) return;
    setCurrentId(undefined);
    void nameOf(currentId).then((who = 'somebody else') =>
      say(
        `The comment you were at is not in this list any more: ${who} changed it. Press j to go on.`,
      ),
    );
  }, [page, currentId, findCurrent, moves, nameOf, say, setCurrentId]);

  const [returning, setReturning] = useState(NOBODY);
  const returned = useRef(NOBODY);
  useEffect(() => {
    const back = comments.find(({ id }) => returning.includes(id));
    if (back === undefined || returned.current === returning) return;
    returned.current = returning;
    focusOn(back.id);
    // What was judged together can be judged together again.
    if (returning.length > 1) choose(returning);
  }, [choose, comments, focusOn, returning]);
  const undo = useCallback(
    async (undos?: readonly Undo[]) => setReturning(await work.undo(undos)),
    [work],
  );

  const write = useCallback(
    (comment: ModeratedComment, kind: Writing) => {
      const isOffered = kind === 'reply' ? toReplying(comment) !== 'no' : isEditable(comment);
      if (isOffered) writing.begin({ comment, writing: kind, list: key });
      else
        say(
          kind === 'reply' ? 'This comment cannot be answered.' : 'This comment cannot be changed.',
        );
    },
    [key, say, writing],
  );
  const stopWriting = useCallback(
    (comment: ModeratedComment) => {
      writing.close();
      focusOn(comment.id);
    },
    [focusOn, writing],
  );
  const send = useCallback(
    async (comment: ModeratedComment, kind: Writing, written: Written) => {
      if (kind === 'reply' && comment.draft && reworded.has(comment.id)) {
        markRead([comment]);
        say('The text has changed since you saw it. Read it again, then send.');
        return;
      }
      const isDone = await writing.send(comment, kind, written);
      if (isDone && kind === 'reply' && comment.draft) {
        leave(new Set([comment.id]));
        await work.takeOut([comment], 'approve');
        return;
      }
      if (isDone) focusOn(comment.id);
      await reload();
    },
    [focusOn, leave, markRead, reload, reworded, say, work, writing],
  );

  const command = useCallback(
    (given: Command): void => {
      switch (given) {
        case 'next':
          return placing.step(1);
        case 'previous':
          return placing.step(-1);
        case 'undo':
          return void undo();
        case 'select-all':
          return selection.toggleAll();
        default:
      }
      if (isVerdict(given) && selection.chosen.length > 0) {
        const verdict = toVerdict(given, verdictsOf(tab));
        if (verdict === undefined) say('That is not offered here.');
        else judging.judge(selection.chosen, verdict);
        return;
      }
      const current = findCurrent();
      if (current === undefined) return say('No comment is in view. Press j for the first.');
      if (given === 'select') return selection.toggle(current.id);
      if (given === 'reply' || given === 'edit') return write(current, given);
      const verdict = toVerdict(given, verdictsFor(current, contexts.get(current.id)));
      if (verdict === undefined) say('That is not offered for this comment.');
      else judging.judge([current], verdict);
    },
    [contexts, findCurrent, judging, placing, say, selection, tab, undo, write],
  );

  const showMore = useCallback(
    () => setLimits((before) => ({ ...before, [key]: limit + STEP })),
    [key, limit],
  );

  return {
    stranded: page && writing.strandedIn(key, comments),
    page,
    comments,
    counts,
    contexts,
    failed: paging.failed,
    reload,
    filtering,
    work,
    writing,
    selection,
    placing,
    judging,
    reworded,
    undo,
    write,
    stopWriting,
    send,
    command,
    showMore,
  };
}
