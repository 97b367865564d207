const PATH = /^\/(?:[\w.~%-]+\/)*$/;
// The site's guard says the same: site/cms/parse-document.ts.
const OLD_PATH = /^\/(?:(?!\.)[\w.~-]+\/)+$/;
const LONGEST = 250;

/** The site adds the slash at the end where it is missing. */
function withEndSlash(path: string): string {
  return path.replace(/\/?$/, '/');
}

/** An old address on this site: starts with a slash, plain names only, not the home page. */
export function redirectFromProblem(from: string | undefined): true | string {
  if (from === undefined) return true;
  if (from === '/') return 'The home page cannot be redirected.';
  const path = withEndSlash(from);
  if (!OLD_PATH.test(path))
    return 'Write the path only, starting with “/”, for example “/old-page/”: unaccented letters, digits, and - _ . ~ between the slashes.';
  if (path.length > LONGEST) return `Use ${LONGEST} characters at most.`;
  return true;
}

/** Where a redirect leads: a path on this site or an https address, and never back to itself. */
export function redirectToProblem(to: string | undefined, from: string | undefined): true | string {
  if (to === undefined) return true;
  const path = withEndSlash(to);
  if (from !== undefined && path === withEndSlash(from))
    return 'This leads back to the same address. Choose another one.';
  if (to !== '' && PATH.test(path)) return true;
  if (/^https:\/\//i.test(to) && URL.canParse(to)) return true;
  return 'Write a path such as “/benefits/new-page/”, or a full address that starts with “https://”.';
}
