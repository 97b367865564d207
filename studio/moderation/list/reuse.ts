import type { Page } from './load.ts';

/** The entry that was there before, where it says the same: what is the same is not drawn again. */
function reuse<T>(before: T | undefined, now: T): T {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

/** A page made of the parts of the last one, as far as they are still the same. */
export function reusePage(before: Page | undefined, now: Page): Page {
  if (before === undefined) return now;
  const known = new Map(before.comments.map((comment) => [comment.id, comment]));
  const comments = now.comments.map((comment) => reuse(known.get(comment.id), comment));
  const isSame =
    comments.length === before.comments.length &&
    comments.every((comment, at) => comment === before.comments[at]);
  return {
    comments: isSame ? before.comments : comments,
    contexts: new Map(
      [...now.contexts].map(([id, context]) => [id, reuse(before.contexts.get(id), context)]),
    ),
    counts: reuse(before.counts, now.counts),
  };
}

/** A map made of the values of the last one, as far as they are still the same. */
export function reuseMap<T>(
  before: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  return new Map([...now].map(([key, value]) => [key, reuse(before.get(key), value)]));
}
