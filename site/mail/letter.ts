/** A stretch of a letter, without any look: words of ours, of others, or ways to go on. */
export type Part =
  | string
  /** Somebody else's words: set apart, and never read as markup. */
  | { readonly quote: string }
  | { readonly links: readonly { readonly label: string; readonly href: string }[] }
  /** The end of one matter among several. */
  | { readonly rule: true };

/** What a mail says, to be written out as plain text and as HTML. */
export interface Letter {
  /** One line; of what others typed, it holds nothing. */
  readonly subject: string;
  readonly parts: readonly Part[];
}

/** Plain text: quotations behind `> `, each link on a line below its label. */
export function toPlainLetter({ parts }: Letter): string {
  return `${parts.map(plainPart).join('\n\n')}\n`;
}

function plainPart(part: Part): string {
  if (typeof part === 'string') return part;
  if ('rule' in part) return '———';
  if ('links' in part)
    return part.links.map(({ label, href }) => `${label}:\n${href}`).join('\n\n');
  return part.quote
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

const BODY =
  'margin: 0 auto; padding: 1.5em; max-width: 38em; font: 1em/1.6 Georgia, "Times New Roman", serif';
const QUOTE = 'margin: 1em 0; padding: 0 0 0 1em; border-left: 3px solid; white-space: pre-wrap';

/** A whole HTML document that asks nobody for anything: no pictures, no styles from elsewhere. */
export function toHtmlLetter({ subject, parts }: Letter): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escape(subject)}</title>
</head>
<body style="${escape(BODY)}">
${parts.map(htmlPart).join('\n')}
</body>
</html>
`;
}

function htmlPart(part: Part): string {
  if (typeof part === 'string') return `<p>${escape(part)}</p>`;
  if ('rule' in part) return '<hr>';
  if ('quote' in part) {
    return `<blockquote style="${escape(QUOTE)}">${escape(part.quote)}</blockquote>`;
  }
  return part.links
    .map(({ label, href }) => `<p><a href="${escape(href)}">${escape(label)}</a></p>`)
    .join('\n');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
