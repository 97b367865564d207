import type { CommentField, FieldError } from './comment-fields.ts';
import type { CommentText } from './rich-text.ts';

/** What the form holds when it is shown again. */
export interface FormState {
  readonly articleId: string;
  readonly parentId: string | undefined;
  readonly values: Readonly<Partial<Record<CommentField, string>>>;
  /** The reader ticked that they want mail. */
  readonly notify: boolean;
  /** Signed time at which this form was made. */
  readonly ticket: string | undefined;
}

/** How a comment looks, before or after it is public. */
export interface ShownComment {
  readonly name: string;
  readonly website?: string | undefined;
  readonly body: CommentText;
  /** ISO 8601. */
  readonly submittedAt: string;
  readonly byEditor?: boolean | undefined;
  /** ISO 8601. */
  readonly editedAt?: string | undefined;
  readonly editedBy?: 'author' | 'editor' | undefined;
  /** Only its place is left. */
  readonly removed?: boolean | undefined;
}

/** A button that posts `action=value` to the page's own address, together with its hidden fields. */
export interface Choice {
  readonly label: string;
  readonly action: string;
  readonly tone?: 'plain' | 'danger';
}

/** A page made for one reader, never kept and never indexed: what it says, not how it looks. */
export type ReaderPage =
  /** The form again, with what is to be mended. */
  | (FormState & { readonly kind: 'mend'; readonly errors: readonly FieldError[] })
  /** The comment as it will look, and the form to go on with. */
  | {
      readonly kind: 'preview';
      readonly form: FormState;
      readonly comment: ShownComment;
      /** It reads as if somebody needed help now. */
      readonly emergency: boolean;
    }
  /** The commenter's own page. */
  | {
      readonly kind: 'yours';
      readonly articleId: string;
      /** Away is the store: nobody can tell what became of the comment. */
      readonly state: 'held' | 'public' | 'deleted' | 'gone' | 'away';
      /** What its author changed just now is stored. */
      readonly changed?: boolean;
      /** Not there any more once it is deleted or gone, or where nobody can tell. */
      readonly comment: ShownComment | undefined;
      /** Where it stands, once it is public. */
      readonly href?: string | undefined;
      /** Why an editor reads it first, or what could not be done, in words for its author. */
      readonly notices: readonly string[];
      readonly emergency: boolean;
      /** Where the page's forms are posted: the address of the page itself. */
      readonly address: string;
      /** There while it may be changed: the Markdown, the end of that time, and what is to be mended. */
      readonly edit:
        | { readonly source: string; readonly until: string; readonly error?: string | undefined }
        | undefined;
      /** What its author typed just now and why it could not be saved. */
      readonly unsaved?: { readonly why: string; readonly source: string };
    }
  /** Something to read, and at most a link to go on. */
  | {
      readonly kind: 'message';
      readonly title: string;
      readonly paragraphs: readonly string[];
      readonly link?: { readonly href: string; readonly label: string };
    }
  /** A question that a button answers: nothing happens before it is pressed. */
  | {
      readonly kind: 'ask';
      readonly title: string;
      readonly paragraphs: readonly string[];
      readonly comment?: ShownComment;
      readonly fields?: readonly {
        readonly name: string;
        readonly label: string;
        readonly type: 'email' | 'text';
        readonly error?: string | undefined;
      }[];
      readonly choices: readonly Choice[];
    };
