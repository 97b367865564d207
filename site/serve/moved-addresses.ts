import { redirectAt } from '../cms/all-addresses.ts';
import type { Catalogue } from '../cms/catalogue.ts';
import { targetOf } from '../cms/redirects.ts';
import type { Redirect } from '../cms/sanity.types.ts';
import { circlesIn, deadIn, redirectsOf, toMove, unusedIn, type Move } from './redirects.ts';
import { writeRedirectsMap } from './redirects-map.ts';

export interface MovedAddressesOptions {
  readonly catalogue: Catalogue;
  /** The file that nginx includes. */
  readonly mapFile: string;
  /** Whether an nginx of ours stands in front. */
  readonly proxied: boolean;
  readonly log: (line: string) => void;
}

/** The addresses that have moved: looked up for every request, and kept for nginx in a file. */
export interface MovedAddresses {
  at(path: string): Move | undefined;
  /** Addresses whose redirects lead in a circle. */
  readonly circles: readonly string[];
  /** Addresses whose redirects lead nobody, since something else is there. */
  readonly unused: readonly string[];
  /** Addresses whose redirects lead to nothing. */
  readonly dead: readonly string[];
  /** These addresses may have changed. */
  published(paths: readonly string[]): void;
}

export function openMovedAddresses(options: MovedAddressesOptions): MovedAddresses {
  const { catalogue, mapFile, proxied, log } = options;
  let circles: readonly string[] = [];
  let known: ReadonlySet<string> = new Set();

  const read = (): void => {
    known = new Set(catalogue.all('redirect').map(({ from }) => from));
    const isNew = writeRedirectsMap(mapFile, redirectsOf(catalogue));
    if (isNew && proxied) log('Addresses have moved: reload nginx, so that it knows.');
    const before = circles;
    circles = circlesIn(catalogue);
    const added = circles.filter((from) => !before.includes(from));
    if (added.length > 0) log(`${describeCircles(added)} Mend or delete one in the Studio.`);
  };

  read();
  return {
    at(path) {
      const redirect = redirectAt(catalogue, path) ?? inSmallLetters(catalogue, path);
      return redirect && toMove(redirect);
    },
    get circles() {
      return circles;
    },
    get unused() {
      return unusedIn(catalogue);
    },
    get dead() {
      return deadIn(catalogue);
    },
    published(paths) {
      const isConcerned = paths.some(
        (path) => known.has(path) || catalogue.redirectFrom(path) !== undefined,
      );
      if (isConcerned) read();
    },
  };
}

/** The redirect of an address that was asked for in capitals, as nginx finds it: none that leads to another. */
function inSmallLetters(catalogue: Catalogue, path: string): Redirect | undefined {
  const small = path.toLowerCase();
  const redirect = small === path ? undefined : redirectAt(catalogue, small);
  const target = redirect && targetOf(redirect)?.toLowerCase();
  const isRound = target !== undefined && redirectAt(catalogue, target) !== undefined;
  return isRound ? undefined : redirect;
}

/** What is wrong with redirects that lead in a circle, for people. */
export function describeCircles(addresses: readonly string[]): string {
  return `These redirects lead in a circle, so nobody is sent there: ${addresses.join(', ')}.`;
}

/** What is wrong with redirects from addresses that are taken, for people. */
export function describeUnused(addresses: readonly string[]): string {
  return `These redirects lead nobody, since a page or another redirect has their address: ${addresses.join(', ')}.`;
}

/** What is wrong with redirects to where nothing is, for people. */
export function describeDead(addresses: readonly string[]): string {
  return `These redirects lead to an address without a page: ${addresses.join(', ')}.`;
}
