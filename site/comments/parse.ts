import { COMMENT_FIELDS } from '../text/comment-fields.ts';
import type { CommentField, FieldError } from '../text/comment-fields.ts';
import { fieldProblem, tidyField } from './field-problem.ts';
import type { Form } from './read-form.ts';
import { TRAP_FIELD } from './submission.ts';
import type { Submission } from './submission.ts';
import { toLine } from './tidy-text.ts';
import { parseWebsite } from './website.ts';

const ID = /^[A-Za-z0-9_-]{1,128}$/;

/** What the reader typed, to fill the form again. */
export type FormValues = Readonly<Record<CommentField, string>>;

/** Which page and comment the form was on; `undefined` when that was not a possible id. */
export interface FormTarget {
  articleId: string | undefined;
  parentId: string | undefined;
}

export interface ParsedForm extends FormTarget {
  values: FormValues;
  /** In the order of the form's fields, the form itself last. */
  errors: readonly FieldError[];
  /** There exactly when there are no errors. */
  submission: Submission | undefined;
}

/**
 * Reads the comment form: tidies each field, then checks it.
 *
 * Takes only the fields that it knows. Every error names its field and what to do.
 */
export function parseForm(form: Form): ParsedForm {
  const read = (field: string): string => {
    const value = form.get(field);
    return typeof value === 'string' ? value : '';
  };
  const values: FormValues = {
    comment: tidyField('comment', read('comment')),
    name: tidyField('name', read('name')),
    email: tidyField('email', read('email')),
    website: tidyField('website', read('website')),
  };
  const [articleId, parentId] = [toId(read('article')), toId(read('parent'))];
  const website = parseWebsite(values.website);
  const target = targetProblem(articleId, parentId, read('parent'));
  const errors: FieldError[] = [
    ...COMMENT_FIELDS.flatMap(({ field }) => toError(field, fieldProblem(field, values[field]))),
    ...toError('form', target),
  ];
  if (errors.length > 0 || articleId === undefined) {
    return { articleId, parentId, values, errors, submission: undefined };
  }
  const submission: Submission = {
    articleId,
    ...(parentId !== undefined && { parentId }),
    name: values.name,
    email: values.email,
    ...('href' in website && { website: website.href }),
    source: values.comment,
    trap: toLine(read(TRAP_FIELD)),
  };
  return { articleId, parentId, values, errors, submission };
}

function toError(field: FieldError['field'], message: string | undefined): readonly FieldError[] {
  return message === undefined ? [] : [{ field, message }];
}

function toId(value: string): string | undefined {
  return ID.test(value) ? value : undefined;
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
