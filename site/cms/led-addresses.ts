import type { Redirect } from './sanity.types.ts';

/** A page that has a new address. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Where pages have moved, until the store has a redirect that says so: nobody meets a gap meanwhile. */
export class LedAddresses {
  readonly #to = new Map<string, string>();

  /** Leads straight on, and from no address that a page has come back to. */
  lead({ from, to }: Move): void {
    for (const [older, target] of this.#to) if (target === from) this.#to.set(older, to);
    this.#to.set(from, to);
    this.#to.delete(to);
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
