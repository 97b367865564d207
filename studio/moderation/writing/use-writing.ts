import type { SanityClient } from '@sanity/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCurrentUser } from 'sanity';

import type { ModeratedComment } from '../comment.ts';
import { toLeftovers, toNotice } from '../verdicts/report.ts';
import type { Notice } from '../verdicts/report.ts';
import { createDrafts } from './drafts.ts';
import type { OpenForm, Writing } from './drafts.ts';
import { saveEdit, toEditPatch, toWrittenForm } from './edit.ts';
import { sendReply } from './reply.ts';
import type { Written } from './writing.ts';

const CHANGED =
  'It has changed since you began; what you left alone stays as it is now. Read it again, then save.';

interface WritingOptions {
  readonly report: (notice: Notice) => void;
  readonly nameOf: (id: string) => Promise<string | undefined>;
  /** Told the revisions that were made here. */
  readonly addOwn: (revisions: readonly string[]) => void;
}

/** Of the window, so that it is there when the tool is left and opened again. */
const drafts = createDrafts();

/** Has the browser ask before it throws away what was typed. */
function askWhereTyped(event: BeforeUnloadEvent): void {
  if (drafts.isAnyTyped()) event.preventDefault();
}

/** Replies to comments and changes of them: what is open, what has been typed, and sending it. */
export function useWriting(client: SanityClient, { report, nameOf, addOwn }: WritingOptions) {
  const user = useCurrentUser();
  const [open, setShown] = useState(drafts.open);
  const [isSending, setSending] = useState(false);
  const lastName = useRef<string>(undefined);

  // It stays when the tool is left, as what was typed does.
  useEffect(() => window.addEventListener('beforeunload', askWhereTyped), []);

  const setOpen = useCallback((form: OpenForm | undefined) => {
    drafts.open = form;
    setShown(form);
  }, []);
  const draftOf = useCallback(
    (comment: ModeratedComment, writing: Writing) =>
      drafts.of(comment, writing, lastName.current ?? user?.name ?? ''),
    [user?.name],
  );

  const begin = useCallback(
    (form: OpenForm) => {
      // Where nothing was typed there is nothing to keep, and the comment may read otherwise by now.
      if (!drafts.isTyped(form.comment, form.writing)) drafts.forget(form.comment, form.writing);
      setOpen(form);
    },
    [setOpen],
  );
  const keep = useCallback((comment: ModeratedComment, writing: Writing, written: Written) => {
    drafts.keep(comment, writing, { written });
  }, []);
  const close = useCallback(() => setOpen(undefined), [setOpen]);

  /** Whether it went through; what was typed is kept where it did not. */
  const send = useCallback(
    async (comment: ModeratedComment, writing: Writing, written: Written): Promise<boolean> => {
      const now = new Date();
      const draft = draftOf(comment, writing);
      const forget = () => {
        drafts.forget(comment, writing);
        setOpen(undefined);
      };
      if (writing === 'reply') {
        const reply = { ...written, id: draft.id, submittedAt: now.toISOString() };
        const outcome = await sendReply(client, comment, reply);
        if (outcome.status === 'done') {
          lastName.current = written.name;
          forget();
          const approved = outcome.undos.length > 1 ? 'The comment is approved, and your' : 'Your';
          report(toNotice(`${approved} reply is public.`, [], outcome.undos));
        } else report(toNotice(undefined, await toLeftovers([outcome], nameOf), []));
        return outcome.status === 'done';
      }
      if (drafts.isUnread(comment, writing)) {
        drafts.keep(comment, writing, { read: toWrittenForm(comment) });
        report(toNotice(undefined, [{ comment, why: CHANGED }], []));
        return false;
      }
      const patch = toEditPatch(comment, { start: draft.start, written }, now);
      if (patch === undefined) {
        forget();
        report(toNotice('Nothing was changed.', [], []));
        return true;
      }
      const outcome = await saveEdit(client, comment, patch);
      if (outcome.status === 'done') {
        forget();
        const undos = outcome.undo === undefined ? [] : [outcome.undo];
        addOwn([outcome.revision]);
        report(toNotice(`Comment by ${comment.name}: changed.`, [], undos));
      } else {
        // Told now: when the list has caught up, saving need not tell it again.
        if (outcome.status === 'changed') drafts.keep(comment, writing, { read: undefined });
        report(toNotice(undefined, await toLeftovers([outcome], nameOf), []));
      }
      return outcome.status === 'done';
    },
    [addOwn, client, draftOf, nameOf, report, setOpen],
  );
  const sendOnce = useCallback<typeof send>(
    async (...given) => {
      setSending(true);
      try {
        return await send(...given);
      } finally {
        setSending(false);
      }
    },
    [send],
  );

  /** The form in this list whose comment has gone from it, with what was typed; not while that is sent. */
  const strandedIn = (list: string, comments: readonly ModeratedComment[]) => {
    if (open?.list !== list || isSending) return undefined;
    const { comment, writing } = open;
    const isGone = !comments.some(({ id }) => id === comment.id);
    return isGone && drafts.isTyped(comment, writing) ? open : undefined;
  };

  return { open, begin, close, draftOf, keep, send: sendOnce, strandedIn };
}
