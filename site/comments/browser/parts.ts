import type { CommentField } from '../../text/comment-fields.ts';

export type Control = HTMLInputElement | HTMLTextAreaElement;

/** A field of the form, by its name. */
export function controlOf(form: HTMLFormElement, field: CommentField): Control | undefined {
  const control = form.elements.namedItem(field);
  return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
    ? control
    : undefined;
}

/** What stands in a field; empty where there is none. */
export function valueOf(form: HTMLFormElement, field: CommentField): string {
  return controlOf(form, field)?.value ?? '';
}

/** A hidden field of the form. */
export function setHidden(form: HTMLFormElement, name: string, value: string): void {
  const input = form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`);
  if (input) input.value = value;
}

/** A fresh copy of one of the form's templates. @throws Error when the page has none of that name */
export function copyOf(form: HTMLFormElement, part: string): HTMLElement {
  const template = form.querySelector<HTMLTemplateElement>(`template[data-part="${part}"]`);
  const copy = template?.content.firstElementChild?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error(`The page has no template for ${part}.`);
  return copy;
}
