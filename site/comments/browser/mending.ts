import { COMMENT_FIELDS, type CommentField, type FieldError } from '../../text/comment-fields.ts';
import { fieldProblem } from '../field-problem.ts';
import { controlOf, valueOf } from './parts.ts';

const FIELDS = COMMENT_FIELDS.map(({ field }) => field);

/** Says beside each field what is wrong with it, as soon as the reader leaves it, and takes it back once it is mended. */
export function checkAsTyped(form: HTMLFormElement): void {
  const left = new Set<CommentField>();
  let pressing = false;
  // While a button is pressed nothing may move: it would slip away from under the finger.
  const checkLeft = (): void => {
    if (pressing) return;
    for (const field of left) {
      if (valueOf(form, field).trim() !== '') showProblem(form, field, problemOf(form, field));
    }
    left.clear();
  };
  document.addEventListener('pointerdown', () => {
    pressing = true;
  });
  for (const end of ['pointerup', 'pointercancel']) {
    document.addEventListener(end, () => {
      pressing = false;
      setTimeout(checkLeft);
    });
  }
  for (const field of FIELDS) {
    const control = controlOf(form, field);
    control?.addEventListener('blur', () => {
      left.add(field);
      checkLeft();
    });
    control?.addEventListener('input', () => {
      if (isWrong(form, field)) showProblem(form, field, problemOf(form, field));
    });
  }
}

/** Checks every field. @returns what is wrong, in the order of the form */
export function findProblems(form: HTMLFormElement): readonly FieldError[] {
  return FIELDS.flatMap((field) => {
    const message = problemOf(form, field);
    return message === undefined ? [] : [{ field, message }];
  });
}

/** Says what is to be mended, beside the fields and in sum, with links that lead to each of those. */
export function showProblems(form: HTMLFormElement, errors: readonly FieldError[]): void {
  for (const field of FIELDS) {
    showProblem(form, field, errors.find((error) => error.field === field)?.message);
  }
  const others = errors.filter(({ field }) => field === 'form').map(({ message }) => message);
  showOutcome(form, others.join(' '));
  showSummary(form, errors);
}

function showSummary(form: HTMLFormElement, errors: readonly FieldError[]): void {
  for (const summary of document.querySelectorAll<HTMLElement>('.summary')) {
    // What an earlier answer said, above the form, is no longer so.
    if (!form.contains(summary)) summary.remove();
  }
  const summary = form.querySelector<HTMLElement>('.summary');
  if (!summary) return;
  let count = 0;
  for (const item of summary.querySelectorAll('li')) {
    const message = errors.find(({ field }) => field === item.dataset['field'])?.message;
    item.hidden = message === undefined;
    if (message !== undefined) count += 1;
    const words = item.querySelector('span');
    if (words) words.textContent = message ?? '';
  }
  const sum = summary.querySelector('.sum');
  if (sum) {
    sum.textContent = `Not sent yet: ${count === 1 ? 'one thing' : `${count} things`} to mend`;
  }
  summary.hidden = count === 0;
  if (count > 0) summary.focus();
}

/** What is said beside the buttons; read out by screen readers. */
export function showOutcome(form: HTMLFormElement, words: string): void {
  const place = form.querySelector('.outcome');
  if (place) place.textContent = words;
}

function problemOf(form: HTMLFormElement, field: CommentField): string | undefined {
  return fieldProblem(field, valueOf(form, field));
}

function isWrong(form: HTMLFormElement, field: CommentField): boolean {
  return controlOf(form, field)?.getAttribute('aria-invalid') === 'true';
}

function showProblem(form: HTMLFormElement, field: CommentField, message: string | undefined) {
  const control = controlOf(form, field);
  control?.toggleAttribute('aria-invalid', message !== undefined);
  if (message !== undefined) control?.setAttribute('aria-invalid', 'true');
  control?.closest('.field')?.classList.toggle('wrong', message !== undefined);
  const place = form.querySelector(`#${field}-error`);
  if (place && place.textContent !== message) place.textContent = message ?? '';
}
