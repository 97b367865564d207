import { createHash } from 'node:crypto';
import { pageAt, pathOf } from '../cms/addresses.ts';
import type { Catalogue } from '../cms/catalogue.ts';
import { commentPathsUnder } from '../cms/comment-addresses.ts';
import { isPage } from '../cms/document.ts';
import type { Move } from '../cms/led-addresses.ts';
import type { Redirect } from '../cms/sanity.types.ts';

/** What matters of a redirect in the store. */
export type PlannedRedirect = Pick<Redirect, '_id' | '_type' | 'from' | 'to' | 'permanent'>;

/** What the store should hold so that every old address leads straight to the page. */
export interface RedirectPlan {
  readonly put: readonly PlannedRedirect[];
  /** Ids of redirects that a page has come to stand in the way of. */
  readonly remove: readonly string[];
}

/** Where an article or technique stands, then where more of its comments do; nothing for what has no page. */
export function addressesOfPage(catalogue: Catalogue, id: string): readonly string[] {
  const doc = catalogue.get(id);
  const path = doc !== undefined && isPage(doc) ? pathOf(doc) : undefined;
  // Where two claim an address, one of them is not there.
  if (path === undefined || pageAt(catalogue, path)?._id !== id) return [];
  return [path, ...commentPathsUnder(catalogue, path).filter((under) => under.endsWith('/'))];
}

/** The moves from these addresses of a page to those; none where it stays, comes or goes. */
export function movesBetween(before: readonly string[], after: readonly string[]): readonly Move[] {
  const [[from], [to]] = [before, after];
  if (from === undefined || to === undefined || from === to) return [];
  return before.map((path) => ({ from: path, to: to + path.slice(from.length) }));
}

/**
 * Plans the redirects that moves ask for.
 *
 * Redirects to an address that has moved are led on to the new one, so that none needs two steps;
 * a redirect from an address that has a page again goes, so that none leads in a circle.
 *
 * @param moves of one moment: pages may have swapped their addresses
 * @param isTaken whether a page has an address: from there no redirect is wanted
 */
export function planRedirects(
  moves: readonly Move[],
  redirects: readonly PlannedRedirect[],
  isTaken: (path: string) => boolean,
): RedirectPlan {
  const next = new Map(moves.map(({ from, to }) => [from, to]));
  const reached = new Set(next.values());
  const left = new Map([...next].filter(([from]) => !isTaken(from)));
  const put: PlannedRedirect[] = [];
  const remove: string[] = [];
  for (const { _id, _type, from, to, permanent } of redirects) {
    const target = next.get(to);
    if (left.has(from)) {
      put.push({ _id, _type, from, to: left.get(from) ?? to, permanent: true });
      left.delete(from);
    } else if (reached.has(from)) remove.push(_id);
    else if (target !== undefined) put.push({ _id, _type, from, to: target, permanent });
  }
  for (const [from, to] of left) {
    put.push({ _id: idOf(from), _type: 'redirect', from, to, permanent: true });
  }
  return { put, remove };
}

/** The same for the same address, so that writing it twice makes one. */
function idOf(from: string): string {
  return `redirect-${createHash('sha256').update(from).digest('hex').slice(0, 16)}`;
}
