import { keep, kept } from './kept.ts';
import { controlOf, copyOf, valueOf } from './parts.ts';

const FIELDS = ['name', 'email', 'website'] as const;
const KEPT = 'commenter';

/** Offers to keep the reader's name, email and website: on this device only, and only by choice. */
export function offerToRemember(form: HTMLFormElement): { readonly fillIn: () => void } {
  const label = copyOf(form, 'remember');
  const box = label.querySelector('input');
  form.querySelector('.remember')?.append(label);
  const save = (): void => {
    const values = FIELDS.map((field) => valueOf(form, field));
    keep(KEPT, box?.checked === true ? JSON.stringify(values) : '');
  };
  const fillIn = (): void => {
    const values = parseCommenter(kept(KEPT));
    if (box) box.checked = values.length > 0;
    for (const [index, field] of FIELDS.entries()) {
      const control = controlOf(form, field);
      if (control?.value === '') control.value = values[index] ?? '';
    }
  };
  box?.addEventListener('change', save);
  for (const field of FIELDS) controlOf(form, field)?.addEventListener('change', save);
  fillIn();
  return { fillIn };
}

/** Name, email and website as they were kept; none when that is nothing of ours. */
export function parseCommenter(value: string): readonly string[] {
  try {
    const data: unknown = JSON.parse(value);
    return Array.isArray(data) && data.every((each) => typeof each === 'string') ? data : [];
  } catch {
    return [];
  }
}
