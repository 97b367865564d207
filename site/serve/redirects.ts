import { isTaken, redirectAt, writtenRedirectAt } from '../cms/all-addresses.ts';
import type { Catalogue } from '../cms/catalogue.ts';
import { targetOf } from '../cms/redirects.ts';
import type { Redirect } from '../cms/sanity.types.ts';
import { ASK_FIRST } from './caching.ts';

/** Where an address has moved. */
export interface Move {
  readonly status: 301 | 302;
  /** Fit for a header. */
  readonly location: string;
}

/** The addresses that have moved, each once and straight to where it leads: a page of the site wins over a redirect. */
export function redirectsOf(catalogue: Catalogue): readonly Redirect[] {
  return firstOfEach(catalogue).flatMap(({ from }) => redirectAt(catalogue, from) ?? []);
}

/** Addresses whose redirects lead in a circle: nobody is sent there. */
export function circlesIn(catalogue: Catalogue): readonly string[] {
  return firstOfEach(catalogue)
    .map(({ from }) => from)
    .filter(
      (from) =>
        writtenRedirectAt(catalogue, from) !== undefined &&
        redirectAt(catalogue, from) === undefined,
    );
}

/** Addresses with a redirect that leads nobody: a page has the address, or another redirect. */
export function unusedIn(catalogue: Catalogue): readonly string[] {
  return catalogue
    .all('redirect')
    .filter(
      (each) =>
        catalogue.redirectFrom(each.from) !== each ||
        writtenRedirectAt(catalogue, each.from) === undefined,
    )
    .map(({ from }) => from);
}

/** Addresses whose redirects lead to an address of the site that has nothing (any more). */
export function deadIn(catalogue: Catalogue): readonly string[] {
  return redirectsOf(catalogue).flatMap((redirect) => {
    const target = targetOf(redirect);
    const isThere =
      target === undefined || [target, `${target}/`].some((path) => isTaken(catalogue, path));
    return isThere ? [] : [redirect.from];
  });
}

function firstOfEach(catalogue: Catalogue): readonly Redirect[] {
  return catalogue.all('redirect').filter((each) => catalogue.redirectFrom(each.from) === each);
}

/** @returns undefined where it leads nowhere: `to` is no address */
export function toMove({ to, permanent }: Pick<Redirect, 'to' | 'permanent'>): Move | undefined {
  const here = 'http://here.invalid';
  const url = URL.parse(to, here);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const location = url.origin === here ? url.pathname + url.search + url.hash : url.href;
  // nginx has no way to write a dollar sign that stands for itself.
  return {
    status: permanent ? 301 : 302,
    location: location.replaceAll(/["\\$]/g, encodeURIComponent),
  };
}

/** Not kept by browsers: from a page that moves and moves back they would lead in a circle. */
export function movedResponse({ status, location }: Move): Response {
  return new Response(null, { status, headers: { location, 'cache-control': ASK_FIRST } });
}
