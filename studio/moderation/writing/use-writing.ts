import type { SanityClient } from '@sanity/client';
import { useCallback, useRef, useState } from 'react';
import { useCurrentUser } from 'sanity';

import type { ModeratedComment } from '../comment.ts';
import { toLeftovers, toNotice } from '../verdicts/report.ts';
import type { Notice } from '../verdicts/report.ts';
import { saveEdit, toEditPatch, toWrittenForm } from './edit.ts';
import { sendReply } from './reply.ts';
import type { Written } from './writing.ts';

export type Writing = 'reply' | 'edit';

interface WritingOptions {
  readonly report: (notice: Notice) => void;
  readonly nameOf: (id: string) => Promise<string | undefined>;
  /** Told the revisions that were made here. */
  readonly addOwn: (revisions: readonly string[]) => void;
}

/** A text that is being written. Kept when its form is closed, and the same reply when it is sent again. */
interface Draft {
  readonly id: string;
  readonly written: Written;
}

/** Replies to comments and changes of them: what is open, what has been typed, and sending it. */
export function useWriting(client: SanityClient, { report, nameOf, addOwn }: WritingOptions) {
  const user = useCurrentUser();
  const [open, setOpen] = useState<{ readonly id: string; readonly writing: Writing }>();
  const drafts = useRef(new Map<string, Draft>());
  const lastName = useRef<string>(undefined);

  const draftOf = useCallback(
    (comment: ModeratedComment, writing: Writing): Draft => {
      const key = `${writing} ${comment.id}`;
      const name = lastName.current ?? user?.name ?? '';
      const draft = drafts.current.get(key) ?? {
        id: crypto.randomUUID(),
        written: writing === 'edit' ? toWrittenForm(comment) : { name, website: '', text: '' },
      };
      drafts.current.set(key, draft);
      return draft;
    },
    [user?.name],
  );

  const keep = useCallback(
    (comment: ModeratedComment, writing: Writing, written: Written) => {
      const { id } = draftOf(comment, writing);
      drafts.current.set(`${writing} ${comment.id}`, { id, written });
    },
    [draftOf],
  );

  const close = useCallback(() => setOpen(undefined), []);

  /** Whether it went through; what was typed is kept where it did not. */
  const send = useCallback(
    async (comment: ModeratedComment, writing: Writing, written: Written): Promise<boolean> => {
      const now = new Date();
      const { id } = draftOf(comment, writing);
      const forget = () => {
        drafts.current.delete(`${writing} ${comment.id}`);
        setOpen(undefined);
      };
      if (writing === 'reply') {
        const reply = { ...written, id, submittedAt: now.toISOString() };
        const outcome = await sendReply(client, comment, reply);
        if (outcome.status === 'done') {
          lastName.current = written.name;
          forget();
          const approved = outcome.undos.length > 1 ? 'The comment is approved, and your' : 'Your';
          report(toNotice(`${approved} reply is public.`, [], outcome.undos));
        } else report(toNotice(undefined, await toLeftovers([outcome], nameOf), []));
        return outcome.status === 'done';
      }
      const patch = toEditPatch(comment, written, now);
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
      } else report(toNotice(undefined, await toLeftovers([outcome], nameOf), []));
      return outcome.status === 'done';
    },
    [addOwn, client, draftOf, nameOf, report],
  );

  return { open, setOpen, close, draftOf, keep, send };
}
