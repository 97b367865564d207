import type { Doc } from './document.ts';

/**
 * Documents of one kind, always in order: adding and removing one costs a search, not a sort.
 *
 * `compare` must tell any two documents apart, so that each has one place.
 */
export class SortedList<T extends Doc> {
  readonly #accepts: (doc: Doc) => doc is T;
  readonly #compare: (a: T, b: T) => number;
  #items: T[] = [];

  constructor(accepts: (doc: Doc) => doc is T, compare: (a: T, b: T) => number) {
    this.#accepts = accepts;
    this.#compare = compare;
  }

  /** Shared: do not change it. */
  get items(): readonly T[] {
    return this.#items;
  }

  /** Takes in all documents of its kind at once. */
  fill(docs: Iterable<Doc>): void {
    this.#items = [...docs].filter(this.#accepts).toSorted(this.#compare);
  }

  add(doc: Doc): void {
    if (this.#accepts(doc)) this.#items.splice(this.#placeOf(doc), 0, doc);
  }

  remove(doc: Doc): void {
    if (!this.#accepts(doc)) return;
    const place = this.#placeOf(doc);
    if (this.#items[place] === doc) this.#items.splice(place, 1);
  }

  /** Where a document stands, or would stand, counted from 0. */
  indexOf(doc: T): number {
    return this.#placeOf(doc);
  }

  #placeOf(doc: T): number {
    return placeOf(this.#items, doc, this.#compare);
  }
}

/** Where an item stands, or would stand, among items in order, counted from 0. */
export function placeOf<T>(items: readonly T[], item: T, compare: (a: T, b: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = items[middle];
    if (there !== undefined && compare(there, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
