export type CommentField = 'comment' | 'name' | 'email' | 'website';

/** Why a comment was not taken, worded so that the reader can mend it. */
export interface FieldError {
  /** `form` where no field is to blame, as when comments are closed. */
  readonly field: CommentField | 'form';
  readonly message: string;
}

interface FieldShape {
  readonly field: CommentField;
  readonly label: string;
  readonly required: boolean;
  /** Not `url` for addresses: browsers would refuse one without `https://`. */
  readonly type: 'textarea' | 'text' | 'email';
  readonly inputmode?: 'url';
  readonly autocomplete: 'off' | 'name' | 'email' | 'url';
  /** Left out where a browser must not cut off what is pasted: the reader is told instead. */
  readonly maxlength?: number;
}

/** The most characters that a comment may have. */
export const MAX_COMMENT = 5000;

/** The fields of the comment form, in the order that readers meet them. */
export const COMMENT_FIELDS: readonly FieldShape[] = [
  {
    field: 'comment',
    label: 'Comment',
    required: true,
    type: 'textarea',
    autocomplete: 'off',
  },
  {
    field: 'name',
    label: 'Name',
    required: true,
    type: 'text',
    autocomplete: 'name',
    maxlength: 60,
  },
  {
    field: 'email',
    label: 'Email',
    required: true,
    type: 'email',
    autocomplete: 'email',
    maxlength: 254,
  },
  {
    field: 'website',
    label: 'Website',
    required: false,
    type: 'text',
    inputmode: 'url',
    autocomplete: 'url',
    maxlength: 500,
  },
];
