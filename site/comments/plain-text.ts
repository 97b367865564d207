import type { TextBlock } from '../cms/from-markdown.ts';

/** Paragraphs of the text as it was typed: what is shown when Markdown cannot be rendered. */
export function toPlainBlocks(source: string): TextBlock[] {
  return source.split(/\n{2,}/).map((text, index) => ({
    _type: 'block',
    _key: `b${index}`,
    style: 'normal',
    markDefs: [],
    children: [{ _type: 'span', _key: `b${index}s0`, text, marks: [] }],
  }));
}
