import type { RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

import { toPortableText } from '../../site/cms/from-markdown.ts';
import type { MarkdownRules, TextBlock } from '../../site/cms/from-markdown.ts';
import { toAnnotation } from './to-annotation.ts';

/** Told what cannot be imported; `line` counts within the Markdown. */
type Report = (line: number, message: string) => void;

// Without it a table would pass as a paragraph full of bars.
const markdown = unified().use(remarkParse).use(remarkGfm);

/** What the content model can hold, with `styles` for block styles beyond `normal`. */
export function importRules<Block>(
  styles: readonly string[],
  report: Report,
): MarkdownRules<Block> {
  return {
    styles,
    decorators: ['strong', 'em'],
    softBreak: ' ',
    link: (node) => {
      const annotation = toAnnotation(node);
      if (annotation === undefined) {
        report(
          node.position?.start.line ?? 1,
          `The link to "${node.url}" is not understood. Use cite:, term:, article:, technique: or person: with a file name, or a whole https:// address.`,
        );
      }
      return annotation;
    },
    unknown: (node) => {
      report(node.position?.start.line ?? 1, `${describe(node)} cannot be imported here. ${MEND}`);
      return '';
    },
  };
}

const MEND =
  'Use paragraphs, lists from 1, quotes, strong, emphasis and links; in a body also ## and ### headings and the components, each on lines of its own.';

/** Markdown without headings, quotes or components: `simpleContent`. */
export function toSimpleContent(nodes: readonly RootContent[], report: Report): TextBlock[] {
  return toPortableText(nodes, importRules<never>([], report));
}

/** As `toSimpleContent`, from text. */
export function parseSimpleContent(text: string, report: Report): TextBlock[] {
  return toSimpleContent(markdown.parse(text).children, report);
}

function describe(node: RootContent): string {
  switch (node.type) {
    case 'heading':
      return `A heading of depth ${node.depth}`;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return `<${node.name ?? ''}>`;
    case 'list':
      return node.ordered === true ? `A list that starts at ${node.start ?? 1}` : 'This list';
    default:
      return `A ${node.type}`;
  }
}
