import type { ModeratedComment } from '../comment.ts';
import { toWrittenForm } from './edit.ts';
import type { Written } from './writing.ts';

export type Writing = 'reply' | 'edit';

/** A text that is being written. */
export interface Draft {
  /** Of the reply: the same when it is sent again. */
  readonly id: string;
  /** What the form held at first, and holds now. */
  readonly start: Written;
  readonly written: Written;
  /** The comment as the editor was told last that it reads. */
  readonly read: Written;
}

/** A form that is open. */
export interface OpenForm {
  readonly comment: ModeratedComment;
  readonly writing: Writing;
  /** The list it was opened in. */
  readonly list: string;
}

/** What is being written, whatever list or tool of the Studio is shown meanwhile. */
export interface Drafts {
  open: OpenForm | undefined;
  /** @param name under which a reply begins */
  of: (comment: ModeratedComment, writing: Writing, name: string) => Draft;
  keep: (comment: ModeratedComment, writing: Writing, change: Partial<Draft>) => void;
  isTyped: (comment: ModeratedComment, writing: Writing) => boolean;
  forget: (comment: ModeratedComment, writing: Writing) => void;
}

const keyOf = ({ id }: ModeratedComment, writing: Writing): string => `${writing} ${id}`;

export function createDrafts(): Drafts {
  const drafts = new Map<string, Draft>();
  return {
    open: undefined,
    of(comment, writing, name) {
      const key = keyOf(comment, writing);
      const read = toWrittenForm(comment);
      const start = writing === 'edit' ? read : { name, website: '', text: '' };
      const draft = drafts.get(key) ?? { id: crypto.randomUUID(), start, written: start, read };
      drafts.set(key, draft);
      return draft;
    },
    keep(comment, writing, change) {
      const draft = drafts.get(keyOf(comment, writing));
      if (draft !== undefined) drafts.set(keyOf(comment, writing), { ...draft, ...change });
    },
    isTyped(comment, writing) {
      const draft = drafts.get(keyOf(comment, writing));
      return draft !== undefined && !isSame(draft.start, draft.written);
    },
    forget: (comment, writing) => void drafts.delete(keyOf(comment, writing)),
  };
}

/** Whether a form holds the same as another. */
export function isSame(one: Written, other: Written): boolean {
  return one.name === other.name && one.website === other.website && one.text === other.text;
}
