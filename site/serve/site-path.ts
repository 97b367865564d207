// A segment that begins with a dot (`..` too), an empty one, or what no file name here has.
const NOT_OURS = /\/[./]|[\0\\]/;
/** A slash that is no separator, and a fragment: nothing that browsers ask for. */
const ODD = /%2f|#/i;

/**
 * The address that a request asks for, decoded and without its query: `/a%20b/?x` is `/a b/`.
 *
 * @param url the request's target, as it came
 * @returns undefined where the site cannot have such an address; what is returned leads out of no folder
 */
export function toSitePath(url: string): string | undefined {
  const target = url.startsWith('/') ? url : pathOfWhole(url);
  const end = target.indexOf('?');
  const raw = end === -1 ? target : target.slice(0, end);
  if (ODD.test(raw)) return undefined;
  const path = raw.includes('%') ? decoded(raw) : raw;
  return path === undefined || NOT_OURS.test(path) || !path.startsWith('/') ? undefined : path;
}

/** The query of a request's target with its question mark, or nothing. */
export function queryOf(url: string): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
}

/** What follows the host in `http://host/path`, as a proxy may ask. */
function pathOfWhole(url: string): string {
  const whole = URL.parse(url);
  return whole === null ? '' : whole.pathname + whole.search;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
