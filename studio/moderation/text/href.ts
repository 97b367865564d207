const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** An address that a comment may link to, as it is stored; undefined for all others. */
export function parseHref(typed: string | undefined): string | undefined {
  const address = typed === undefined ? null : URL.parse(typed);
  return address !== null && SCHEMES.has(address.protocol) ? address.href : undefined;
}
