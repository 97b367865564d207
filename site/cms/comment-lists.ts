import type { Doc } from './document.ts';
import { byTime } from './order.ts';
import type { Comment } from './sanity.types.ts';
import { placeOf } from './sorted-list.ts';

const NONE: readonly Comment[] = [];

/**
 * Comments by the page they are on, oldest first.
 *
 * A list is never changed, only replaced: whoever has derived something from it can tell.
 */
export class CommentLists {
  readonly #lists = new Map<string, readonly Comment[]>();

  /** @param pageId of the article or technique */
  of(pageId: string): readonly Comment[] {
    return this.#lists.get(pageId) ?? NONE;
  }

  /** Takes in all comments among these documents at once. */
  fill(docs: readonly Doc[]): void {
    const comments = docs.filter((doc) => doc._type === 'comment');
    for (const [id, list] of Map.groupBy(comments, ({ article }) => article._ref)) {
      this.#lists.set(id, list.toSorted(byTime));
    }
  }

  add(comment: Comment): void {
    const list = this.of(comment.article._ref);
    const place = placeOf(list, comment, byTime);
    this.#lists.set(comment.article._ref, list.toSpliced(place, 0, comment));
  }

  remove(comment: Comment): void {
    const list = this.of(comment.article._ref);
    const place = placeOf(list, comment, byTime);
    if (list[place] !== comment) return;
    if (list.length === 1) this.#lists.delete(comment.article._ref);
    else this.#lists.set(comment.article._ref, list.toSpliced(place, 1));
  }
}
