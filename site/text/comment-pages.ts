import type { Placed, Thread } from './thread.ts';

/** A page begins after so many threads, and goes on in another part after so many comments. */
export const PAGE_SIZE = { threads: 50, comments: 100 };

/** The first page of comments: the one below the article itself. */
export const FIRST_PAGE = '1';

/** Some comments that are shown together. */
export interface CommentPage {
  /** Its number, counted from the oldest, and its part after the first: `2`, `2-3`. */
  readonly name: string;
  /** In the order of reading. */
  readonly comments: readonly Placed[];
}

/**
 * Cuts threads into pages, so that a comment stays on its page while others come.
 *
 * A page holds the same threads for good; when answers make it long it goes on in parts of its own, and
 * no other page changes. A thread is kept together unless it alone is too long for a part.
 */
export function toCommentPages(threads: readonly Thread[]): readonly CommentPage[] {
  const pages: CommentPage[] = [];
  for (let from = 0; from < threads.length; from += PAGE_SIZE.threads) {
    const number = from / PAGE_SIZE.threads + 1;
    const parts = toParts(threads.slice(from, from + PAGE_SIZE.threads));
    for (const [index, comments] of parts.entries()) {
      pages.push({ name: index === 0 ? `${number}` : `${number}-${index + 1}`, comments });
    }
  }
  return pages;
}

function toParts(threads: readonly Thread[]): readonly (readonly Placed[])[] {
  const parts: Placed[][] = [];
  let last: Placed[] | undefined;
  for (const thread of threads) {
    if (last === undefined || last.length + thread.length > PAGE_SIZE.comments) {
      last = undefined;
    }
    for (const placed of thread) {
      if (last === undefined || last.length === PAGE_SIZE.comments) {
        last = [];
        parts.push(last);
      }
      last.push(placed);
    }
  }
  return parts;
}
