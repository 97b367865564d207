/**
 * Whether a posted form came from a page of the site.
 *
 * Browsers say where a form came from in `Origin`, or hide it there but tell in `Sec-Fetch-Site`.
 * A program that says neither is let through: it could have written anything.
 *
 * @param siteOrigin where readers find the site
 */
export function isFromSite(request: Request, siteOrigin: string): boolean {
  const origin = request.headers.get('origin');
  if (origin !== null && [siteOrigin, new URL(request.url).origin].includes(origin)) return true;
  const site = request.headers.get('sec-fetch-site');
  return site === null ? origin === null : site === 'same-origin' || site === 'none';
}
