import { closesAt } from '../text/comments-open.ts';
import { isPage, type Doc } from './document.ts';
import { compareText } from './order.ts';
import type { Settings } from './sanity.types.ts';
import { placeOf } from './sorted-list.ts';

/** When something happens to a document by itself. */
interface Entry {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/**
 * When pages will change by themselves: they come to be public, or their comments close.
 *
 * The next is at hand, and one is found by a search.
 */
export class Agenda {
  #entries: Entry[] = [];
  #settings: Settings | undefined;
  #now = new Date(0);

  /** Of what happens next; undefined where nothing will. */
  get next(): Date | undefined {
    const [first] = this.#entries;
    return first && new Date(first.time);
  }

  /** Takes in all documents at once, in place of what there was. */
  plan(docs: Iterable<Doc>, settings: Settings | undefined, now: Date): void {
    this.#settings = settings;
    this.#now = now;
    this.#entries = [...docs].flatMap((doc) => this.#entriesOf(doc)).toSorted(byTime);
  }

  add(doc: Doc): void {
    for (const entry of this.#entriesOf(doc)) {
      this.#entries.splice(placeOf(this.#entries, entry, byTime), 0, entry);
    }
  }

  remove(doc: Doc): void {
    for (const entry of this.#entriesOf(doc)) {
      const place = placeOf(this.#entries, entry, byTime);
      const there = this.#entries[place];
      if (there !== undefined && byTime(there, entry) === 0) this.#entries.splice(place, 1);
    }
  }

  /** To what something happens until a time, that time included: ids, each once. */
  until(time: Date): ReadonlySet<string> {
    return new Set(this.#entries.slice(0, this.#countUntil(time)).map(({ id }) => id));
  }

  /** Leaves out what has happened by then. */
  moveTo(now: Date): void {
    this.#now = now;
    this.#entries.splice(0, this.#countUntil(now));
  }

  #countUntil(time: Date): number {
    const later = this.#entries.findIndex((entry) => entry.time > time.getTime());
    return later === -1 ? this.#entries.length : later;
  }

  #entriesOf(doc: Doc): readonly Entry[] {
    if (!isPage(doc)) return [];
    const closes = closesAt(doc, this.#settings)?.getTime() ?? 0;
    return [Date.parse(doc.publishedAt), closes]
      .filter((time) => time > this.#now.getTime())
      .map((time) => ({ id: doc._id, time }));
  }
}

function byTime(a: Entry, b: Entry): number {
  return a.time - b.time || compareText(a.id, b.id);
}
