import type { Link } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Processor } from 'unified';

import { toPortableText } from '../cms/from-markdown.ts';
import type { TextBlock } from '../cms/from-markdown.ts';
import { linkBareAddresses } from './bare-links.ts';

/**
 * Markdown that comments do without. Where it is written it stays as the characters typed, HTML
 * included.
 */
const DISABLED = [
  'headingAtx',
  'setextUnderline',
  'thematicBreak',
  'htmlFlow',
  'htmlText',
  'codeIndented',
  'definition',
  'labelStartImage',
];

function withoutConstructs(this: Processor): void {
  this.data('micromarkExtensions', [{ disable: { null: DISABLED } }]);
}

const markdown = unified().use(withoutConstructs).use(remarkParse);

/**
 * Turns a comment's Markdown into Portable Text: paragraphs, emphasis, lists, quotations, code and
 * links. Nothing a reader types is refused, and nothing becomes HTML.
 *
 * Slow on hostile input: run it behind `isBounded`, where it can be stopped.
 */
export function renderMarkdown(source: string): TextBlock[] {
  return toPortableText(linkBareAddresses(markdown.parse(source)).children, {
    styles: ['blockquote', 'code'],
    decorators: ['strong', 'em', 'code'],
    softBreak: '\n',
    link: toLink,
    unknown: ({ position }) => source.slice(position?.start.offset, position?.end.offset),
  });
}

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

function toLink({ url }: Link): { _type: 'link'; href: string } | undefined {
  const address = URL.parse(url);
  return address !== null && SCHEMES.has(address.protocol)
    ? { _type: 'link', href: address.href }
    : undefined;
}
