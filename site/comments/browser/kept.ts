/** Where a browser keeps things: until they are removed, or until its tab is closed. */
type Where = 'device' | 'tab';

const storeOf = (where: Where): Storage => (where === 'device' ? localStorage : sessionStorage);

/** What this browser keeps under a name; empty where it keeps nothing, or does not let pages keep anything. */
export function kept(name: string, where: Where = 'device'): string {
  try {
    return storeOf(where).getItem(name) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a value on this device only; an empty one is removed. */
export function keep(name: string, value: string, where: Where = 'device'): void {
  try {
    if (value === '') storeOf(where).removeItem(name);
    else storeOf(where).setItem(name, value);
  } catch {
    // A full or closed store: the form works without.
  }
}
