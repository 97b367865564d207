import type { Link, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';

import { toPortableText } from './from-markdown.ts';
import type { MarkdownRules, TextBlock } from './from-markdown.ts';

const parse = (markdown: string): Root => unified().use(remarkParse).parse(markdown);

const rules: MarkdownRules<never> = {
  styles: ['h2', 'h3', 'blockquote', 'code'],
  decorators: ['strong', 'em', 'code'],
  softBreak: ' ',
  link: ({ url }: Link) => (url.startsWith('https:') ? { _type: 'link', href: url } : undefined),
  unknown: (node) => `[${node.type} on line ${node.position?.start.line}]`,
};

const convert = (markdown: string, changes: Partial<MarkdownRules<never>> = {}) =>
  toPortableText(parse(markdown).children, { ...rules, ...changes });

/** One line a block: `style listItem*level: text(mark,mark)|text`. */
const outline = (blocks: readonly TextBlock[]) =>
  blocks.map(({ style, listItem, level, children, markDefs }) => {
    const name = (mark: string) => markDefs.find(({ _key }) => _key === mark)?._type ?? mark;
    const spans = children.map(({ text, marks = [] }) =>
      marks.length > 0 ? `${text}(${marks.map(name).join(',')})` : text,
    );
    return `${style}${listItem ? ` ${listItem}*${level}` : ''}: ${spans.join('|')}`;
  });

describe('toPortableText', () => {
  test.for([
    { of: 'paragraphs', from: 'One\ntwo\n\nThree', to: ['normal: One two', 'normal: Three'] },
    { of: 'headings', from: '## Two\n\n### Three', to: ['h2: Two', 'h3: Three'] },
    {
      of: 'decorators',
      from: '**b *i* b** `c`',
      to: ['normal: b (strong)|i(strong,em)| b(strong)| |c(code)'],
    },
    { of: 'hard breaks', from: 'One\\\ntwo', to: ['normal: One\ntwo'] },
    {
      of: 'nested lists',
      from: '- a\n  1. b\n     - c\n- d',
      to: ['normal bullet*1: a', 'normal number*2: b', 'normal bullet*3: c', 'normal bullet*1: d'],
    },
    { of: 'paragraphs of one item', from: '- a\n\n  b', to: ['normal bullet*1: a\nb'] },
    {
      of: 'quotes, with a list inside',
      from: '> a\n>\n> - b',
      to: ['blockquote: a', 'blockquote bullet*1: b'],
    },
    { of: 'code blocks', from: '```\na\n  b\n```', to: ['code: a\n  b'] },
    {
      of: 'links',
      from: '[see *this*](https://a.example) now',
      to: ['normal: see (link)|this(link,em)| now'],
    },
    { of: 'refused links', from: '[see](javascript:x) now', to: ['normal: see now'] },
    {
      of: 'unknown blocks',
      from: '# One\n\n***',
      to: ['normal: [heading on line 1]', 'normal: [thematicBreak on line 3]'],
    },
    { of: 'unknown spans', from: 'a ![b](c) d', to: ['normal: a [image on line 1] d'] },
    { of: 'headings in quotes', from: '> ## a', to: ['blockquote: [heading on line 1]'] },
    {
      of: 'lists from another number',
      from: '1999\\. a\n\n7. b',
      to: ['normal: 1999. a', 'normal: [list on line 3]'],
    },
    {
      of: 'code inside an item',
      from: '- a\n\n  ```\n  b\n  ```',
      to: ['normal bullet*1: a\n[code on line 3]'],
    },
    { of: 'nothing', from: '', to: [] },
  ])('converts $of', ({ from, to }) => {
    expect(outline(convert(from))).toEqual(to);
  });

  test('keeps line ends where the rules say so', () => {
    expect(outline(convert('One\ntwo', { softBreak: '\n' }))).toEqual(['normal: One\ntwo']);
  });

  test('sends to unknown what the rules do not list', () => {
    const plain = convert('> a\n\n**b** `c`', { styles: [], decorators: ['strong'] });
    expect(outline(plain)).toEqual([
      'normal: [blockquote on line 1]',
      'normal: b(strong)| [inlineCode on line 3]',
    ]);
  });

  test('keys blocks, spans and annotations by position, the same on every run', () => {
    const markdown = 'a\n\n[b](https://b.example) *c* [d](https://d.example)';
    const blocks = convert(markdown);
    expect(blocks).toEqual(convert(markdown));
    expect(blocks[1]).toMatchObject({
      _key: 'b1',
      markDefs: [
        { _key: 'b1m0', _type: 'link', href: 'https://b.example' },
        { _key: 'b1m1', _type: 'link', href: 'https://d.example' },
      ],
      children: [
        { _key: 'b1s0', text: 'b', marks: ['b1m0'] },
        { _key: 'b1s1', text: ' ', marks: [] },
        { _key: 'b1s2', text: 'c', marks: ['em'] },
        { _key: 'b1s3', text: ' ', marks: [] },
        { _key: 'b1s4', text: 'd', marks: ['b1m1'] },
      ],
    });
  });

  test("puts the caller's own blocks in place, or nothing", () => {
    const blocks = toPortableText<{ _type: 'rule'; _key: string }>(
      parse('a\n\n***\n\n```\ngone\n```\n\nb').children,
      {
        ...rules,
        block: (node, _key) => {
          if (node.type === 'thematicBreak') return [{ _type: 'rule', _key }];
          return node.type === 'code' ? [] : undefined;
        },
      },
    );
    expect(blocks.map(({ _type, _key }) => `${_type} ${_key}`)).toEqual([
      'block b0',
      'rule b1',
      'block b2',
    ]);
  });
});
