/** What this browser keeps under a name; empty where it keeps nothing, or does not let pages keep anything. */
export function kept(name: string): string {
  try {
    return localStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a value on this device only; an empty one is removed. */
export function keep(name: string, value: string): void {
  try {
    if (value === '') localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // A full or closed store: the form works without.
  }
}
