/**
 * An address that may stand in a page: http, https, mailto, or a path of this site.
 *
 * Undefined for anything else (`javascript:`, `data:`, a host without a scheme).
 */
export function safeHref(href: string): string | undefined {
  const trimmed = href.trim();
  if (/^\/(?![/\\])/u.test(trimmed)) return trimmed;
  if (!URL.canParse(trimmed)) return undefined;
  return /^(?:https?|mailto):$/u.test(new URL(trimmed).protocol) ? trimmed : undefined;
}
