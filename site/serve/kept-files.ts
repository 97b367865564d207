/** Keeps the values used last, up to a number of bytes in all. */
export interface KeptFiles<T> {
  get(path: string): T | undefined;
  /** @param bytes what it takes; a value put again is counted anew */
  put(path: string, value: T, bytes: number): void;
  remove(path: string): void;
  /** What all of them take together. */
  readonly bytes: number;
}

/** @param most never exceeded: those not used for longest go first */
export function createKeptFiles<T>(most: number): KeptFiles<T> {
  // A map remembers the order in which its keys came: the first is the one used least recently.
  const kept = new Map<string, { readonly value: T; readonly bytes: number }>();
  let total = 0;

  const remove = (path: string): void => {
    const found = kept.get(path);
    if (found === undefined) return;
    kept.delete(path);
    total -= found.bytes;
  };

  return {
    get(path) {
      const found = kept.get(path);
      if (found === undefined) return undefined;
      kept.delete(path);
      kept.set(path, found);
      return found.value;
    },
    put(path, value, bytes) {
      remove(path);
      if (bytes > most) return;
      kept.set(path, { value, bytes });
      total += bytes;
      for (const oldest of kept.keys()) {
        if (total <= most) break;
        remove(oldest);
      }
    },
    remove,
    get bytes() {
      return total;
    },
  };
}
