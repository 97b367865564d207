import type { Redirect } from './sanity.types.ts';

/** A page that has a new address. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Where pages have moved, until the store has a redirect that says so: nobody meets a gap meanwhile. */
export class LedAddresses {
  readonly #to = new Map<string, string>();

  /**
   * Leads straight on, and from no address that is taken.
   *
   * @param moves of one moment: pages may have swapped their addresses
   */
  lead(moves: readonly Move[], isTaken: (path: string) => boolean): void {
    const next = new Map(moves.map(({ from, to }) => [from, to]));
    for (const [older, target] of this.#to) this.#to.set(older, next.get(target) ?? target);
    for (const [from, to] of next) this.#to.set(from, to);
    for (const from of this.#to.keys()) if (isTaken(from)) this.#to.delete(from);
  }

  /** The store says itself where this address leads. */
  forget(from: string): void {
    this.#to.delete(from);
  }

  redirectFrom(from: string): Redirect | undefined {
    const to = this.#to.get(from);
    return to === undefined
      ? undefined
      : {
          _id: `led ${from}`,
          _type: 'redirect',
          _createdAt: '',
          _updatedAt: '',
          _rev: '',
          from,
          to,
          permanent: true,
        };
  }
}
