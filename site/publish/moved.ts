import { createHash } from 'node:crypto';
import { pathOf } from '../cms/addresses.ts';
import { isPage, type Doc } from '../cms/document.ts';
import type { Redirect } from '../cms/sanity.types.ts';

/** A page that has a new address. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What the store should hold so that every old address leads straight to the page. */
export interface RedirectPlan {
  readonly put: readonly Pick<Redirect, '_id' | '_type' | 'from' | 'to' | 'permanent'>[];
  /** Ids of redirects that a page has come to stand in the way of. */
  readonly remove: readonly string[];
}

/** The move that a change of a document means; undefined where its address stays, comes or goes. */
export function moveOf(before: Doc | undefined, after: Doc | undefined): Move | undefined {
  if (before === undefined || after === undefined || !isPage(before) || !isPage(after)) {
    return undefined;
  }
  const [from, to] = [pathOf(before), pathOf(after)];
  return from === undefined || to === undefined || from === to ? undefined : { from, to };
}

/**
 * Plans the redirects that moves ask for.
 *
 * Redirects to an address that has moved are led on to the new one, so that none needs two steps;
 * a redirect from an address that has a page again goes, so that none leads in a circle.
 */
export function planRedirects(
  moves: readonly Move[],
  redirects: readonly Redirect[],
): RedirectPlan {
  const wanted = new Map(redirects.map((redirect) => [redirect.from, redirect]));
  const put = new Map<string, RedirectPlan['put'][number]>();
  const remove = new Set<string>();
  for (const { from, to } of moves) {
    for (const { _id, _type, from: older, to: target, permanent } of redirects) {
      if (target === from && older !== to)
        put.set(older, { _id, _type, from: older, to, permanent });
    }
    const inTheWay = wanted.get(to);
    if (inTheWay !== undefined) remove.add(inTheWay._id);
    put.delete(to);
    const _id = wanted.get(from)?._id ?? idOf(from);
    put.set(from, { _id, _type: 'redirect', from, to, permanent: true });
    remove.delete(_id);
  }
  return { put: [...put.values()], remove: [...remove] };
}

/** The same for the same address, so that writing it twice makes one. */
function idOf(from: string): string {
  return `redirect-${createHash('sha256').update(from).digest('hex').slice(0, 16)}`;
}
