import { array, assert, constantFrom, property } from 'fast-check';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';

import { isBounded } from './markdown-bounds.ts';
import { renderMarkdown } from './render-markdown.ts';
import { createRenderer } from './render.ts';

/** One line a block: `style: text(marks)|text`. */
const outline = (source: string) =>
  renderMarkdown(source).map(({ style, listItem, children, markDefs }) => {
    const name = (mark: string) => {
      const link = markDefs.find(({ _key }) => _key === mark);
      return link ? String(link['href']) : mark;
    };
    const spans = children.map(({ text, marks = [] }) =>
      marks.length > 0 ? `${text}(${marks.map(name).join()})` : text,
    );
    return `${[style, listItem].filter(Boolean).join(' ')}: ${spans.join('|')}`;
  });

describe('renderMarkdown', () => {
  test.for([
    ['line ends as typed', 'One\ntwo\n\nThree', ['normal: One\ntwo', 'normal: Three']],
    ['emphasis', '*a* **b** `c`', ['normal: a(em)| |b(strong)| |c(code)']],
    ['lists', '- a\n- b\n\n1. c', ['normal bullet: a', 'normal bullet: b', 'normal number: c']],
    ['years at the start', '2019. A good year.', ['normal: 2019. A good year.']],
    ['quotations', '> a', ['blockquote: a']],
    ['code', '```js\na < b\n```', ['code: a < b']],
    ['links', '[a](https://a.example/x)', ['normal: a(https://a.example/x)']],
    ['links that run code', '[a](javascript:alert(1))', ['normal: a']],
    ['links in disguise', '[a](JaVaScRiPt&#58;alert)', ['normal: a']],
    ['links within the site', '[a](/about/)', ['normal: a']],
    [
      'HTML',
      '<b onclick="x()">a</b>\n\n<script>x</script>',
      ['normal: <b onclick="x()">a</b>', 'normal: <script>x</script>'],
    ],
    ['emphasis beside HTML', '<div>\n*a*', ['normal: <div>\n|a(em)']],
    ['headings and rules', '# One tip\n\n***', ['normal: # One tip', 'normal: ***']],
    ['images', '![a](https://a.example/x.png)', ['normal: !|a(https://a.example/x.png)']],
    ['indented lines', '    a', ['normal: a']],
  ] as const)('shows %s', ([, source, expected]) => {
    expect(outline(source)).toEqual(expected);
  });

  test('links only to http, https and mailto, whatever is typed', () => {
    const piece = constantFrom(
      '[',
      ']',
      '(',
      ')',
      'javascript:',
      'data:',
      'https://a.b',
      '<',
      '>',
      ' ',
      '\n',
      '*',
      'x',
      '&#58;',
      '\\',
      '`',
      '"',
    );
    assert(
      property(array(piece, { maxLength: 40 }), (pieces) => {
        const blocks = renderMarkdown(pieces.join(''));
        for (const { href } of blocks.flatMap(({ markDefs }) => markDefs)) {
          expect(href).toMatch(/^(https?|mailto):/);
        }
      }),
    );
  });
});

describe('isBounded', () => {
  test.for([
    [true, 'an ordinary comment', 'Thank you.\n\n> - *quoted* words\n\n1. one\n2. two'],
    [true, 'a rule of hyphens', '-'.repeat(2000)],
    [false, 'many lists on one line', '- '.repeat(2000)],
    [false, 'many quotes on one line', '>'.repeat(20)],
    [false, 'many numbers on one line', '1. '.repeat(20)],
    [false, 'many delimiters', '*_'.repeat(2000)],
    [false, 'many lines', '- a\n'.repeat(1001)],
    [true, 'the longest comment of emoji', '😀'.repeat(5000)],
    [false, 'too many characters', '界'.repeat(10_001)],
  ] as const)('is %s for %s', ([expected, , source]) => {
    expect(isBounded(source)).toBe(expected);
  });
});

describe('createRenderer', () => {
  const renderer = createRenderer({ deadlineMs: 400 });
  // Lets everything through and waits for nothing: only the deadline is left.
  const hasty = createRenderer({ deadlineMs: 1, accepts: () => true });
  afterAll(() => Promise.all([renderer.close(), hasty.close()]));

  test('renders as renderMarkdown does', async () => {
    const source = 'See [*this*](https://a.example).';
    expect(await renderer.render(source)).toEqual(renderMarkdown(source));
  });

  test('shows hostile input as plain text without asking the parser', async () => {
    const hostile = '- '.repeat(2048);
    const [first] = await Promise.race([renderer.render(hostile), renderer.render('never slower')]);
    expect(first?.children[0]?.text).toBe(hostile);
  });

  test('ends the parser at the deadline, shows plain text, and serves the next', async () => {
    const slow = '- '.repeat(2048);
    const [held, next] = await Promise.all([hasty.render(slow), renderer.render('*next*')]);
    expect(held).toMatchObject([{ style: 'normal', children: [{ text: slow, marks: [] }] }]);
    expect(next).toMatchObject([{ children: [{ text: 'next', marks: ['em'] }] }]);
    expect(await hasty.render(slow)).toEqual(held);
  });

  test('finds the slow one among those that it renders together', async () => {
    const patient = createRenderer({ deadlineMs: 300, accepts: () => true });
    onTestFinished(patient.close);
    const slow = '- '.repeat(4096);
    const sources = ['*first*', '*before*', slow, '*after*'];
    const rendered = await Promise.all(sources.map((source) => patient.render(source)));
    expect(rendered.map(([block]) => block?.children[0]?.text)).toEqual([
      'first',
      'before',
      slow,
      'after',
    ]);
  });

  test('survives a parser that dies', async () => {
    const fatal = createRenderer({ deadlineMs: 5000, accepts: () => true });
    const source = '> '.repeat(16_000);
    expect(await fatal.render(source)).toMatchObject([{ children: [{ text: source }] }]);
    expect(await fatal.render('*a*')).toMatchObject([{ children: [{ marks: ['em'] }] }]);
    await fatal.close();
  });
});
