/**
 * Reads a website address, adding `https://` where the scheme is missing.
 *
 * @returns the address in full, or `undefined` when it is not one on http or https
 */
export function parseWebsite(typed: string): string | undefined {
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (url === null || /\s/.test(typed)) return undefined;
  const isPublic = /^[^.]+(\.[^.]+)+\.?$/.test(url.hostname) && url.username + url.password === '';
  return isPublic ? url.href : undefined;
}
