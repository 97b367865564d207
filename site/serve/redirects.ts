import { redirectAt } from '../cms/addresses.ts';
import type { Catalogue } from '../cms/catalogue.ts';
import type { Redirect } from '../cms/sanity.types.ts';

/** Where an address has moved. */
export interface Move {
  readonly status: 301 | 302;
  /** Fit for a header. */
  readonly location: string;
}

/** The addresses that have moved. */
export interface Moves {
  /** Reads the catalogue anew. */
  update(): void;
  at(path: string): Move | undefined;
}

/** @param catalogue read by `update` only, so that an address moves when its files are written */
export function createMoves(catalogue: Catalogue): Moves {
  let moves = new Map<string, Move>();
  const update = (): void => {
    moves = new Map();
    for (const redirect of catalogue.all('redirect')) {
      const move = toMove(redirect);
      if (move !== undefined && redirectAt(catalogue, redirect.from) === redirect) {
        moves.set(redirect.from, move);
      }
    }
  };
  update();
  return { update, at: (path) => moves.get(path) };
}

/** @returns undefined where it leads nowhere: `to` is no address */
export function toMove({ to, permanent }: Pick<Redirect, 'to' | 'permanent'>): Move | undefined {
  const here = 'http://here.invalid';
  const url = URL.parse(to, here);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const location = url.origin === here ? url.pathname + url.search + url.hash : url.href;
  return { status: permanent ? 301 : 302, location };
}
