/** Splits what somebody typed into words, in lower case. */
function toWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 32);
}

/** The FTS5 expression for documents that hold every word, or a word that begins with it. */
export function toFullTextQuery(text: string): string {
  return toWords(text)
    .map((word) => `"${word}"*`)
    .join(' ');
}

/** The right side of GROQ's `match` for the same question. */
export function toMatchPattern(text: string): string {
  return toWords(text)
    .map((word) => `${word}*`)
    .join(' ');
}

/** The same question asked of one text, without an index. */
export function hasWords(haystack: string, text: string): boolean {
  const words = toWords(text);
  const present = haystack.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 0 && words.every((word) => present.some((item) => item.startsWith(word)));
}
