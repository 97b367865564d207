import { compareText } from './order.ts';
import { placeOf } from './sorted-list.ts';

/** For each key (the document referred to, a slug) the ids it leads to, always in order. */
export class IdIndex {
  readonly #ids = new Map<string, string[]>();

  /** In the order of ids; shared, do not change it. */
  of(key: string): readonly string[] {
    return this.#ids.get(key) ?? [];
  }

  /** The ids of each key that leads to more than one. */
  shared(): readonly (readonly string[])[] {
    return [...this.#ids.values()].filter(({ length }) => length > 1);
  }

  add(key: string, id: string): void {
    const ids = this.#ids.get(key);
    if (ids === undefined) this.#ids.set(key, [id]);
    else ids.splice(placeOf(ids, id, compareText), 0, id);
  }

  remove(key: string, id: string): void {
    const ids = this.#ids.get(key);
    const place = ids === undefined ? -1 : placeOf(ids, id, compareText);
    if (ids?.[place] !== id) return;
    ids.splice(place, 1);
    if (ids.length === 0) this.#ids.delete(key);
  }
}
