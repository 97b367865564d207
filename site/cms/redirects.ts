import type { Catalogue } from './catalogue.ts';
import type { Redirect } from './sanity.types.ts';

/** The address that a redirect leads from, as the site has it: `/old` is `/old/`. */
export function withEndSlash(from: string): string {
  return from.replace(/\/?$/, '/');
}

type Leading = Pick<Redirect, 'to'>;

/**
 * The page of this site that a redirect leads to, by its one address: `/b`, `/b/?x#y` and
 * `/b/index.html` are all `/b/`.
 *
 * @returns undefined where it leads to another site, or nowhere
 */
export function targetOf({ to }: Leading): string | undefined {
  const here = 'http://here.invalid';
  const url = URL.parse(to, here);
  if (url === null || url.origin !== here) return undefined;
  const path = decoded(url.pathname).replace(/\/index\.html$/, '/');
  return /\/[^/.]+$/.test(path) ? `${path}/` : path;
}

/**
 * A redirect that leads straight to where a chain of them ends.
 *
 * @param next the redirect at an address, where it has one
 * @returns undefined where the chain leads into a circle: no reader can be sent there
 */
export function straightened(
  first: Redirect,
  next: (path: string) => Redirect | undefined,
): Redirect | undefined {
  const seen = new Set([first.from]);
  let last = first;
  let permanent = first.permanent;
  for (;;) {
    const target = targetOf(last);
    const following = target === undefined ? undefined : next(target);
    if (following === undefined) break;
    if (seen.has(following.from)) return undefined;
    seen.add(following.from);
    last = following;
    // One step that is for now only makes the whole way so.
    permanent &&= following.permanent;
  }
  return last === first ? first : { ...first, to: last.to, permanent };
}

/** The old addresses from which redirects lead to this one, in one step or more. */
export function addressesLeadingTo(catalogue: Catalogue, path: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [path];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const { from } of catalogue.redirectsTo(place)) {
      if (found.has(from)) continue;
      found.add(from);
      open.push(from);
    }
  }
  return found;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
