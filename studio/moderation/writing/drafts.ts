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
  /** The comment as the editor last read it; undefined where they were told to read it anew. */
  readonly read: Written | undefined;
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
  isAnyTyped: () => boolean;
  /** Whether the comment reads otherwise by now, and the editor was not told. */
  isUnread: (comment: ModeratedComment, writing: Writing) => boolean;
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
      return draft !== undefined && isChanged(draft);
    },
    isAnyTyped: () => [...drafts.values()].some(isChanged),
    isUnread(comment, writing) {
      const read = drafts.get(keyOf(comment, writing))?.read;
      return read !== undefined && !isSame(read, toWrittenForm(comment));
    },
    forget: (comment, writing) => void drafts.delete(keyOf(comment, writing)),
  };
}

function isChanged({ start, written }: Draft): boolean {
  return !isSame(start, written);
}

/** Whether a form holds the same as another. */
function isSame(one: Written, other: Written): boolean {
  return one.name === other.name && one.website === other.website && one.text === other.text;
}
