/** A comment as a reader sent it, checked and tidied, before anything is decided about it. */
export interface Submission {
  /** The `_id` of the article or technique. */
  articleId: string;
  /** The `_id` of the comment that it answers. */
  parentId?: string;
  name: string;
  /** Private: never on the comment, in a page or in a log. */
  email: string;
  website?: string | undefined;
  /** Markdown. Never render this as HTML. */
  source: string;
  /** What stood in the field that people do not see; empty unless a program filled it in. */
  trap: string;
}

/** The hidden field that only programs fill in. */
export const TRAP_FIELD = 'subject';
