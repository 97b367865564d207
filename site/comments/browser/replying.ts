import { controlOf } from './parts.ts';

export interface Replying {
  /** The `_id` of the comment that is being answered; empty: the article. */
  readonly answered: () => string;
  /** Answers a comment that is on the page, without going there; the article when it is not. */
  readonly answer: (parent: string) => void;
}

/**
 * Turns each choice to reply into a button that brings the form there.
 *
 * Choices of one group would not do: with the keyboard, going through them is choosing them.
 */
export function startReplying(form: HTMLFormElement): Replying {
  const home = document.createComment('');
  form.before(home);
  const comment = controlOf(form, 'comment');
  const heading = form.querySelector('#leave-a-reply');
  const leave = heading?.textContent ?? '';
  const box = form.querySelector('.answering');
  const article = box?.querySelector('input');
  let from: HTMLElement | undefined;

  const answer = (parent: string): void => {
    const choice = parent === '' ? undefined : choices().find(({ value }) => value === parent);
    const place = choice?.closest('.comment');
    const to = choice ?? article;
    if (to) to.checked = true;
    (place ?? home).after(form);
    const name = place?.querySelector('.name')?.textContent?.trim();
    if (heading) heading.textContent = name === undefined ? leave : `${leave} to ${name}`;
  };

  for (const choice of choices()) {
    const label = choice.closest('label');
    const button = asButton();
    button.append(...(label?.cloneNode(true).childNodes ?? []));
    button.querySelector('input')?.remove();
    button.addEventListener('click', () => {
      from = button;
      answer(choice.value);
      comment?.focus();
    });
    label?.toggleAttribute('hidden', true);
    label?.parentElement?.replaceChildren(label, button);
  }

  const label = article?.closest('label');
  if (box && label) {
    const cancel = asButton();
    cancel.textContent = 'Cancel reply';
    cancel.addEventListener('click', () => {
      answer('');
      (from ?? comment)?.focus();
    });
    label.hidden = true;
    box.append(cancel);
  }
  // A browser that comes back to the page may have kept the choice.
  if (box) answer(answered());
  return { answered, answer };
}

function choices(): readonly HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('.reply [name="parent"]')];
}

function answered(): string {
  const all = [...document.querySelectorAll<HTMLInputElement>('[name="parent"]')];
  return all.find(({ checked, type }) => checked || type === 'hidden')?.value ?? '';
}

function asButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'words';
  return button;
}
