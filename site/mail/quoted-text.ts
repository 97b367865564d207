import { isRecord } from '../cms/document.ts';
import { toText } from '../comments/tidy-text.ts';

/** How much of a comment a mail quotes, in characters. The rest is behind the mail's link. */
const MAX_QUOTED = 1500;

/**
 * The words of a comment as plain text: paragraphs apart, `- ` before items, and behind the words
 * of a link its address, so that nobody follows one unseen.
 *
 * @param most characters; the rest is left out, and that is said
 */
export function toQuotedText(body: readonly unknown[], most = MAX_QUOTED): string {
  const text = toText(body.map(toParagraph).join('\n\n'));
  const letters = Array.from(text);
  return letters.length <= most
    ? text
    : `${letters.slice(0, most).join('').trimEnd()} … (shortened)`;
}

function toParagraph(block: unknown): string {
  if (!isRecord(block)) return '';
  const links = listOf(block['markDefs']);
  const words = listOf(block['children']).map((span) => toWords(span, links));
  return `${block['listItem'] === undefined ? '' : '- '}${words.join('')}`;
}

function toWords(span: unknown, links: readonly unknown[]): string {
  if (!isRecord(span) || typeof span['text'] !== 'string') return '';
  const text = span['text'];
  const marks = listOf(span['marks']);
  const link = links.find((each) => isRecord(each) && marks.includes(each['_key']));
  const href = isRecord(link) && typeof link['href'] === 'string' ? link['href'] : '';
  return href === '' || isSameAddress(text, href) ? text : `${text} (${href})`;
}

/** An address that was typed bare is kept as the browser writes it: with a slash at the end, say. */
function isSameAddress(text: string, href: string): boolean {
  return text === href || URL.parse(text)?.href === href;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
