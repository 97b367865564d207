/** Words as part of an address: "What’s next?" gives `whats-next`; letters of any script stay. */
export function slugify(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036F'’]/gu, '')
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
}

/** Gives each heading of a page an id of its own: a repeat gets `-2`, `-3`, and so on. */
export function createIds(): (words: string) => string {
  const seen = new Map<string, number>();
  return (words) => {
    const base = slugify(words) || 'part';
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}-${count}`;
  };
}
