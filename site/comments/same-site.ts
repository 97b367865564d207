/**
 * Whether a posted form came from a page of the site.
 *
 * Browsers say where a form came from in `Origin`, or hide it there but tell in `Sec-Fetch-Site`.
 * A program that says neither is let through: it could have written anything.
 *
 * The site is known by its own address, by the one that takes comments, and by that of the machine: a
 * name that somebody else made lead to this machine is not the site's, though the browser takes the
 * two for one.
 *
 * @param siteOrigin where readers find the site
 * @param commentsUrl where forms are sent: a path of the site, or a full address
 */
export function isFromSite(request: Request, siteOrigin: string, commentsUrl: string): boolean {
  const origin = request.headers.get('origin');
  const asked = new URL(request.url);
  const ours = ['/', commentsUrl].map((address) => new URL(address, siteOrigin));
  const isOurs = ours.some(({ host }) => host === asked.host) || isThisMachine(asked.hostname);
  // Pages that tell nobody where they are send "null".
  if (origin !== null && origin !== 'null') {
    // By their public addresses: behind a proxy, what is asked for seems to be without TLS.
    return ours.some((each) => each.origin === origin) || (isOurs && origin === asked.origin);
  }
  const site = request.headers.get('sec-fetch-site');
  if (site === null) return origin === null;
  return site === 'none' || (isOurs && site === 'same-origin');
}

/** An address by number, which no name can stand in for, or the name that every machine has for itself. */
function isThisMachine(hostname: string): boolean {
  return /^(?:localhost|[\d.]+|\[[\da-f:.]+\])$/.test(hostname);
}
