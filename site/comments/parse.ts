import { COMMENT_FIELDS } from '../text/comment-fields.ts';
import type { CommentField, FieldError } from '../text/comment-fields.ts';
import { TRAP_FIELD } from './submission.ts';
import type { Submission } from './submission.ts';
import { isBlank, toLine, toText } from './tidy-text.ts';
import { parseWebsite } from './website.ts';

const MAX_COMMENT = 5000;
const MAX_COMMENT_BYTES = 8192;
const MAX_NAME = 60;
const MAX_EMAIL = 254;
const MAX_WEBSITE = 500;

const ID = /^[A-Za-z0-9_-]{1,128}$/;
const EMAIL = /^[^\s@"<>]+@[^\s@"<>.]+(?:\.[^\s@"<>.]+)+$/;

/** What the reader typed, to fill the form again. */
export type FormValues = Readonly<Record<CommentField, string>>;

/** Which page and comment the form was on; `undefined` when that was not a possible id. */
export interface FormTarget {
  articleId: string | undefined;
  parentId: string | undefined;
}

export interface ParsedForm extends FormTarget {
  values: FormValues;
  /** In the order of the form's fields. */
  errors: readonly FieldError[];
  /** There exactly when there are no errors. */
  submission: Submission | undefined;
}

/**
 * Reads the comment form: tidies each field, then checks it.
 *
 * Takes only the fields that it knows. Every error names its field and what to do.
 */
export function parseForm(form: FormData): ParsedForm {
  const read = (field: string): string => {
    const value = form.get(field);
    return typeof value === 'string' ? value : '';
  };
  const values: FormValues = {
    comment: toText(read('comment')),
    name: toLine(read('name')),
    email: toLine(read('email')),
    website: toLine(read('website')),
  };
  const [articleId, parentId] = [toId(read('article')), toId(read('parent'))];
  const website = values.website === '' ? undefined : parseWebsite(values.website);
  const problems: Record<CommentField, string | undefined> = {
    comment: commentProblem(values.comment) ?? targetProblem(articleId, parentId, read('parent')),
    name: nameProblem(values.name),
    email: emailProblem(values.email),
    website: websiteProblem(values.website, website),
  };
  const errors = COMMENT_FIELDS.flatMap(({ field }): FieldError[] => {
    const message = problems[field];
    return message === undefined ? [] : [{ field, message }];
  });
  if (errors.length > 0 || articleId === undefined) {
    return { articleId, parentId, values, errors, submission: undefined };
  }
  const submission: Submission = {
    articleId,
    ...(parentId !== undefined && { parentId }),
    name: values.name,
    email: values.email,
    ...(website !== undefined && { website }),
    source: values.comment,
    trap: toLine(read(TRAP_FIELD)),
  };
  return { articleId, parentId, values, errors, submission };
}

function toId(value: string): string | undefined {
  return ID.test(value) ? value : undefined;
}

function commentProblem(comment: string): string | undefined {
  if (isBlank(comment)) return 'The comment is empty. Write something first.';
  const length = Array.from(comment).length;
  if (length > MAX_COMMENT) {
    return `The comment has ${length} characters. Shorten it to ${MAX_COMMENT}.`;
  }
  return Buffer.byteLength(comment) > MAX_COMMENT_BYTES
    ? 'The comment takes up too much room. Shorten it, or use fewer symbols.'
    : undefined;
}

function targetProblem(
  articleId: string | undefined,
  parentId: string | undefined,
  parent: string,
): string | undefined {
  if (articleId === undefined) {
    return 'The form does not say which article this is about. Go back to the article and try again.';
  }
  return parent !== '' && parentId === undefined
    ? 'The comment you are answering cannot be found. Reply to the article instead.'
    : undefined;
}

function nameProblem(name: string): string | undefined {
  if (isBlank(name)) return 'The name is empty. Write the name to show with your comment.';
  return Array.from(name).length > MAX_NAME
    ? `The name is too long. Use ${MAX_NAME} characters or fewer.`
    : undefined;
}

function emailProblem(email: string): string | undefined {
  if (email === '') return 'The email address is empty. Write yours; it is not published.';
  if (email.length > MAX_EMAIL) return 'The email address is too long. Use a shorter one.';
  return EMAIL.test(email)
    ? undefined
    : 'This does not look like an email address. Write it as name@example.org.';
}

function websiteProblem(typed: string, website: string | undefined): string | undefined {
  if (typed === '') return undefined;
  if (typed.length > MAX_WEBSITE) return 'The website address is too long. Use a shorter one.';
  return website === undefined
    ? 'This is not a website address. Write it as https://example.org, or leave it empty.'
    : undefined;
}
