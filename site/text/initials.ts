/** How many tints there are for the mark beside a name; see comments.css. */
export const TINTS = 7;

/**
 * The letters that begin the first and the last word of a name; empty where it has none. Spaces end a
 * word, and hyphens, dots and underscores between letters do: marks within a word begin none.
 */
export function initialsOf(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/\s+|(?<=[\p{L}\p{M}\p{N}])[\p{Pd}._]+(?=[\p{L}\p{N}])/u);
  const letters = words.flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? []);
  const ends = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  return ends.join('').toUpperCase();
}

/** Which tint a name gets, counted from 0: always the same one. */
export function tintOf(name: string): number {
  let hash = 0;
  for (const letter of name.normalize('NFC').toLowerCase()) {
    hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  }
  return hash % TINTS;
}
