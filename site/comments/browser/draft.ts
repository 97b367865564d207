import { keep, kept } from './kept.ts';
import { controlOf, copyOf } from './parts.ts';

const PAUSE_MS = 300;

/** The comment that is being written on this page, kept on this device until it is sent or discarded. */
export interface Draft {
  readonly text: string;
  /** The comment it answers; empty: the article. */
  readonly parent: string;
}

export interface DraftKeeper {
  /** Forgets it: it was sent. */
  readonly forget: () => void;
}

/**
 * Keeps what is typed, and brings back what was.
 *
 * @param answered the comment that is being answered
 * @param answer makes the form answer a comment again
 */
export function keepDraft(
  form: HTMLFormElement,
  answered: () => string,
  answer: (parent: string) => void,
): DraftKeeper {
  const comment = controlOf(form, 'comment');
  const article = form.querySelector<HTMLInputElement>('[name="article"]');
  const name = `draft:${article?.value ?? ''}`;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    keep(name, formatDraft({ text: comment?.value ?? '', parent: answered() }));
  };
  const forget = (): void => {
    clearTimeout(pause);
    keep(name, '');
    form.querySelector('.draft')?.remove();
  };
  comment?.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(save, PAUSE_MS);
  });
  // What was typed in the last moment, before the page goes.
  addEventListener('pagehide', () => {
    if (pause !== undefined) save();
  });

  const draft = parseDraft(kept(name));
  if (draft !== undefined && comment?.value === '') {
    comment.value = draft.text;
    answer(draft.parent);
    const note = copyOf(form, 'draft');
    comment.before(note);
    note.querySelector('button')?.addEventListener('click', () => {
      comment.value = '';
      answer('');
      forget();
      comment.focus();
    });
  }
  return { forget };
}

/** As it is kept; empty when there is nothing to keep. */
export function formatDraft({ text, parent }: Draft): string {
  return text.trim() === '' ? '' : JSON.stringify({ text, parent });
}

/** What was kept; undefined when that is nothing, or nothing of ours. */
export function parseDraft(value: string): Draft | undefined {
  try {
    const data: unknown = JSON.parse(value);
    if (typeof data !== 'object' || data === null || !('text' in data)) return undefined;
    const parent = 'parent' in data && typeof data.parent === 'string' ? data.parent : '';
    return typeof data.text === 'string' ? { text: data.text, parent } : undefined;
  } catch {
    return undefined;
  }
}
