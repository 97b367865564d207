/** What an address is of, where it is no website that everybody can reach. */
export type WebsiteProblem = 'none' | 'private';

/** Names and addresses of the reader's own machine and network (RFC 1918, 6761, 6762, 6598, 3927, 8375). */
const PRIVATE = [
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home\.arpa)\.?$/,
  /^(?:0|10|127)\.[\d.]+$/,
  /^(?:192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.[\d.]+$/,
  /^\[(?:::|f[cde])/,
];

/**
 * Reads a website address, adding `https://` where the scheme is missing.
 *
 * @returns the address in full, when it is one on http or https that everybody can reach
 */
export function parseWebsite(typed: string): { href: string } | { problem: WebsiteProblem } {
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (url === null || /\s/.test(typed)) return { problem: 'none' };
  if (PRIVATE.some((pattern) => pattern.test(url.hostname))) return { problem: 'private' };
  const isPublic = /^[^.]+(\.[^.]+)+\.?$/.test(url.hostname) && url.username + url.password === '';
  return isPublic ? { href: url.href } : { problem: 'none' };
}
