import { redirectAt } from '../cms/addresses.ts';
import type { Catalogue } from '../cms/catalogue.ts';
import type { Redirect } from '../cms/sanity.types.ts';

/** Where an address has moved. */
export interface Move {
  readonly status: 301 | 302;
  /** Fit for a header. */
  readonly location: string;
}

/** The addresses that have moved, as they are when it is asked: a page of the site wins over a redirect. */
export function redirectsOf(catalogue: Catalogue): readonly Redirect[] {
  return catalogue
    .all('redirect')
    .filter((redirect) => redirectAt(catalogue, redirect.from) === redirect);
}

/** The same by address, to be looked up for every request. */
export function toMoves(redirects: readonly Redirect[]): ReadonlyMap<string, Move> {
  const moves = new Map<string, Move>();
  for (const redirect of redirects) {
    const move = toMove(redirect);
    if (move !== undefined) moves.set(redirect.from, move);
  }
  return moves;
}

/** @returns undefined where it leads nowhere: `to` is no address */
export function toMove({ to, permanent }: Pick<Redirect, 'to' | 'permanent'>): Move | undefined {
  const here = 'http://here.invalid';
  const url = URL.parse(to, here);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const location = url.origin === here ? url.pathname + url.search + url.hash : url.href;
  return { status: permanent ? 301 : 302, location };
}
