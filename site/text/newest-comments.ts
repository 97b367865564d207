import type { Catalogue } from '../cms/catalogue.ts';
import { isPage } from '../cms/document.ts';
import type { Comment } from '../cms/sanity.types.ts';

/** How many the page of the newest comments lists. */
export const LISTED = 20;
/** How many a feed holds. */
export const FED = 50;

/**
 * The newest comments that there are to read, newest first.
 *
 * @param pageId of an article or technique; left out, those on all that are public
 */
export function newestComments(
  catalogue: Catalogue,
  most: number,
  pageId?: string,
): readonly Comment[] {
  const oldestFirst = pageId === undefined ? catalogue.all('comment') : catalogue.comments(pageId);
  const newest: Comment[] = [];
  for (let at = oldestFirst.length - 1; at >= 0 && newest.length < most; at -= 1) {
    const comment = oldestFirst[at];
    if (comment === undefined || comment.removed === true) continue;
    const page = catalogue.get(comment.article._ref);
    if (page !== undefined && isPage(page)) newest.push(comment);
  }
  return newest;
}
