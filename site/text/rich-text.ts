import {
  escapeHTML,
  toHTML,
  type PortableTextBlockComponent,
  type PortableTextComponents,
} from '@portabletext/to-html';
import type { Catalogue } from '../cms/catalogue.ts';
import { pathOf } from '../cms/addresses.ts';
import type { TextBlock as MarkdownBlock } from '../cms/from-markdown.ts';
import type {
  BodyContent,
  Citation,
  CommentContent,
  GlossaryTerm,
  InternalLink,
  Link,
  SimpleContent,
} from '../cms/sanity.types.ts';
import type { Citations } from './citations.ts';
import { safeHref } from './links.ts';

/** A plain block of body text: what is left of a body without its custom blocks. */
export type TextBlock = Extract<BodyContent[number], { _type: 'block' }>;

export interface TextContext {
  readonly catalogue: Catalogue;
  readonly citations: Citations;
  /** The id of a heading, by the key of its block. */
  readonly idOf?: (key: string | undefined) => string | undefined;
}

// Links cannot hold links: where marks overlap, the inner one stays.
const anchor = (attributes: string, children: string): string =>
  children.includes('<a ') ? children : `<a ${attributes}>${children}</a>`;

/** The words of a block, without marks. */
export function plainText(blocks: readonly { children?: readonly { text?: string }[] }[]): string {
  return blocks
    .map((block) => (block.children ?? []).map(({ text }) => text ?? '').join(''))
    .join(' ')
    .trim();
}

/** A numbered mention, set above the line: it leads to the list of references. */
function citationMark(citation: Citation, citations: Citations): string {
  const cited = citations.cite(citation);
  if (!cited) return '';
  const where = cited.locator ? `, ${escapeHTML(cited.locator)}` : '';
  return `<sup class="cite"><a id="${cited.id}" href="${cited.href}" title="${escapeHTML(cited.title)}${where}"><span class="quiet">Reference </span>${cited.number}</a></sup>`;
}

function marks({ catalogue, citations }: TextContext): PortableTextComponents['marks'] {
  return {
    link: ({ children, value }: { children: string; value?: Link }) => {
      const href = value && safeHref(value.href);
      return href ? anchor(`href="${escapeHTML(href)}"`, children) : children;
    },
    internalLink: ({ children, value }: { children: string; value?: InternalLink }) => {
      const target = value && catalogue.get(value.target._ref);
      const href = target && pathOf(target);
      return href ? anchor(`href="${escapeHTML(href)}"`, children) : children;
    },
    glossaryTerm: ({ children, value }: { children: string; value?: GlossaryTerm }) => {
      const term = value && catalogue.find('term', value.term);
      const href = term && pathOf(term);
      return href && term
        ? anchor(
            `class="term" href="${escapeHTML(href)}" title="${escapeHTML(term.meaning)}"`,
            children,
          )
        : children;
    },
    citation: ({ children, value }: { children: string; value?: Citation }) =>
      value ? children + citationMark(value, citations) : children,
  };
}

/**
 * Plain Portable Text as HTML: escaped, with links that are safe, sources numbered and terms explained.
 *
 * Marks whose target is not public leave their words as plain text.
 */
export function richText(
  blocks: readonly TextBlock[] | SimpleContent,
  context: TextContext,
): string {
  const heading =
    (tag: 'h2' | 'h3'): PortableTextBlockComponent =>
    ({ children, value }) => {
      const id = context.idOf?.(value._key);
      return `<${tag}${id ? ` id="${escapeHTML(id)}"` : ''}>${children ?? ''}</${tag}>`;
    };
  return toHTML([...blocks], {
    components: { marks: marks(context) ?? {}, block: { h2: heading('h2'), h3: heading('h3') } },
    onMissingComponent: false,
  });
}

/** The text of a comment, from the store or straight from its Markdown. */
export type CommentText = CommentContent | readonly MarkdownBlock[];

/** A reader's comment as HTML. Its links are marked as not ours. */
export function commentHtml(blocks: CommentText): string {
  return toHTML([...blocks], {
    components: {
      block: { code: ({ children }) => `<pre><code>${children ?? ''}</code></pre>` },
      marks: {
        link: ({ children, value }: { children: string; value?: Link }) => {
          const href = value && safeHref(value.href);
          return href
            ? anchor(`href="${escapeHTML(href)}" rel="ugc nofollow noopener"`, children)
            : children;
        },
      },
    },
    onMissingComponent: false,
  });
}
