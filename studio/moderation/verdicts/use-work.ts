import type { SanityClient } from '@sanity/client';
import { useCallback, useRef, useState } from 'react';
import { useUserStore } from 'sanity';

import { fieldOf, toPublishedId } from '../comment.ts';
import type { ModeratedComment } from '../comment.ts';
import type { Move } from '../list/moves.ts';
import { tabOf } from '../list/tabs.ts';
import { carryOut, carryOutUndo } from './carry-out.ts';
import { toFailureText } from './failure.ts';
import { toLeftovers, toNotice } from './report.ts';
import type { Leftover, Notice } from './report.ts';
import type { Undo } from './undo.ts';
import { toDoneText, toTab, VERDICT_TITLES } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** So many changes can be undone, the last first. */
const UNDO_DEPTH = 20;

const NO_REVISIONS: ReadonlySet<string> = new Set();

/** Many comments being changed. */
export interface Progress {
  readonly title: string;
  readonly through: number;
  readonly all: number;
}

interface WorkOptions {
  readonly reload: () => Promise<void>;
  /** The user id of who changed a comment last. */
  readonly lastToChange: (id: string) => string | undefined;
}

/**
 * Carries out verdicts, says how they went, and takes them back.
 *
 * `moves` holds the verdicts that the shown list may not know of yet, so that a comment leaves the list at once and
 * comes back when the store refuses.
 */
export function useWork(client: SanityClient, { reload, lastToChange }: WorkOptions) {
  const users = useUserStore();
  const [moves, setMoves] = useState<readonly Move[]>([]);
  const [notice, setNotice] = useState<Notice & { readonly turn: number }>();
  const [progress, setProgress] = useState<Progress>();
  const [own, setOwn] = useState<ReadonlySet<string>>(NO_REVISIONS);
  const done = useRef<(readonly Undo[])[]>([]);

  const addOwn = useCallback(
    (revisions: readonly string[]) => setOwn((before) => new Set([...before, ...revisions])),
    [],
  );

  const show = useCallback((next: Notice) => {
    setNotice((before) => ({ ...next, turn: (before?.turn ?? 0) + 1 }));
  }, []);
  const report = useCallback(
    (next: Notice) => {
      show(next);
      if (next.undos.length > 0) done.current = [...done.current, next.undos].slice(-UNDO_DEPTH);
    },
    [show],
  );

  const nameOf = useCallback(
    async (id: string) => {
      const who = lastToChange(id);
      const user = who === undefined ? null : await users.getUser(who).catch(() => null);
      // It changes comments for their authors, and for who judges by mail.
      return fieldOf(user, 'isRobot') === true ? 'The site' : user?.displayName;
    },
    [lastToChange, users],
  );

  const decide = useCallback(
    async (
      comments: readonly ModeratedComment[],
      verdict: Verdict,
      leftOut: readonly Leftover[] = [],
    ) => {
      const moved = toMoves(comments, verdict);
      const forget = () => setMoves((before) => before.filter((move) => !moved.includes(move)));
      const all = comments.length;
      const title = VERDICT_TITLES[verdict];
      const track = (through: number) => {
        if (all > 1) setProgress({ title, through, all });
      };
      setMoves((before) => [...before, ...moved]);
      track(0);
      try {
        const outcomes = await carryOut(client, verdict, comments, track);
        const through = outcomes.filter((outcome) => outcome.status === 'done');
        const undos = through.map(({ undo }) => undo).filter((undo) => undo !== undefined);
        const leftovers = [...leftOut, ...(await toLeftovers(outcomes, nameOf))];
        const text =
          through.length > 0
            ? toDoneText(
                verdict,
                through.map(({ of }) => of),
              )
            : undefined;
        const left = new Set(
          outcomes.filter((one) => one.status !== 'done').map(({ of }) => of.id),
        );
        setMoves((before) => before.filter((move) => !moved.includes(move) || !left.has(move.id)));
        report(toNotice(text, leftovers, undos));
      } finally {
        setProgress(undefined);
        await reload();
        forget();
      }
    },
    [client, nameOf, reload, report],
  );

  /** Takes comments out of the list that a verdict has just taken elsewhere. */
  const takeOut = useCallback(
    async (comments: readonly ModeratedComment[], verdict: Verdict) => {
      const moved = toMoves(comments, verdict);
      setMoves((before) => [...before, ...moved]);
      await reload();
      setMoves((before) => before.filter((move) => !moved.includes(move)));
    },
    [reload],
  );

  /** The ids of the comments that are back as they were. */
  const undo = useCallback(
    async (wanted?: readonly Undo[]): Promise<readonly string[]> => {
      const undos = wanted ?? done.current.at(-1);
      if (undos === undefined) {
        show({ tone: 'done', text: 'There is nothing to undo.', problems: [], undos: [] });
        return [];
      }
      done.current = done.current.filter((other) => other !== undos);
      const outcomes = await carryOutUndo(client, undos);
      const leftovers = outcomes
        .filter((outcome) => outcome.status !== 'done')
        .map((outcome): Leftover => ({
          comment: outcome.of,
          why:
            outcome.status === 'failed'
              ? toFailureText(outcome.error)
              : 'It has changed since; what holds now stays.',
        }));
      addOwn(outcomes.flatMap((one) => (one.status === 'done' ? [one.revision] : [])));
      const back = outcomes.length - leftovers.length;
      const text = back === 0 ? undefined : back === 1 ? 'Undone.' : `Undone: ${back} changes.`;
      show(toNotice(text, leftovers, []));
      // What the store did not answer can be tried again.
      const failed = outcomes.filter(({ status }) => status === 'failed').map(({ of }) => of);
      if (failed.length > 0) done.current = [...done.current, failed];
      await reload();
      return outcomes
        .filter(({ status }) => status === 'done')
        .flatMap(({ of }) => of.before.map(({ _id }) => toPublishedId(String(_id))));
    },
    [addOwn, client, reload, show],
  );

  const dismiss = useCallback(() => setNotice(undefined), []);
  return { moves, own, notice, progress, decide, takeOut, undo, report, nameOf, addOwn, dismiss };
}

function toMoves(comments: readonly ModeratedComment[], verdict: Verdict): readonly Move[] {
  return comments.map((comment) => ({
    id: comment.id,
    revision: comment.revision,
    from: tabOf(comment),
    to: toTab(verdict),
    urgent: comment.urgent,
  }));
}
