import { escapeHTML } from '@portabletext/to-html';
import { safeHref } from './links.ts';

/**
 * The page at an address that has moved: it leads on by itself, and by a link.
 *
 * @param to a path of this site, or a full address
 */
export function movedPage(to: string, siteUrl: string): string {
  const href = escapeHTML(safeHref(to) ?? '/');
  const canonical = escapeHTML(new URL(safeHref(to) ?? '/', siteUrl).href);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>This page has moved</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${canonical}">
<meta http-equiv="refresh" content="0; url=${href}">
</head>
<body><p>This page has moved to <a href="${href}">${href}</a>.</p></body>
</html>
`;
}
