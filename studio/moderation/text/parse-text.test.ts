import { describe, expect, test } from 'vitest';

import { parseText } from './parse-text.ts';
import type { Paragraph } from './body.ts';

/** Paragraphs in short: the shape where it is not plain, and each run with the names of its marks. */
function shorten(paragraphs: readonly Paragraph[]): readonly unknown[] {
  return paragraphs.map(({ style, list, level, runs }) => [
    ...(style === 'normal' ? [] : [style]),
    ...(list === undefined ? [] : [`${list} ${level}`]),
    ...runs.map(({ text, strong, em, code, href }) =>
      [text, strong && 'strong', em && 'em', code && 'code', href].filter(Boolean).join('|'),
    ),
  ]);
}

describe('parseText', () => {
  test.for<readonly [string, readonly unknown[]]>([
    ['one\ntwo\n\n\nthree', [['one\ntwo'], ['three']]],
    ['a *b* c', [['a ', 'b|em', ' c']]],
    ['**a** `b` ***c***', [['a|strong', ' ', 'b|code', ' ', 'c|strong|em']]],
    ['2 * 3 * 4', [['2 * 3 * 4']]],
    ['a * b*', [['a * b*']]],
    ['**a', [['**a']]],
    ['*a **b*', [['a **b|em']]],
    [String.raw`\*a\* \[b\](c)`, [['*a* [b](c)']]],
    ['`` a`b `` ```', [['a`b|code', ' ```']]],
    ['[w *x*](https://a.example/)', [['w |https://a.example/', 'x|em|https://a.example/']]],
    ['[a](<https://a.example/(b)>)', [['a|https://a.example/(b)']]],
    ['<https://a.example/>', [['https://a.example/|https://a.example/']]],
    ['[a](javascript:alert(1))', [['[a](javascript:alert(1))']]],
    ['[a](data:text/html,x) <b>', [['[a](data:text/html,x) <b>']]],
    [
      '[a [b](https://c.example/) d](https://e.example/)',
      [['[a ', 'b|https://c.example/', ' d](https://e.example/)']],
    ],
    ['> a\n> b\n>\n> c\n\nd', [['blockquote', 'a\nb'], ['blockquote', 'c'], ['d']]],
    [
      '- a\n- b\n   - c\n- d',
      [
        ['bullet 1', 'a'],
        ['bullet 1', 'b'],
        ['bullet 2', 'c'],
        ['bullet 1', 'd'],
      ],
    ],
    [
      '1. a\n   more\n2) b',
      [
        ['number 1', 'a\nmore'],
        ['number 1', 'b'],
      ],
    ],
    ['> - a', [['blockquote', 'bullet 1', 'a']]],
    ['-a 1.b', [['-a 1.b']]],
    ['a\n```\nx *y*\n\n> z\n```\nb', [['a'], ['code', 'x *y*\n\n> z'], ['b']]],
    ['```\nx', [['code', 'x']]],
    ['', []],
  ])('%j', ([text, paragraphs]) => {
    expect(shorten(parseText(text))).toEqual(paragraphs);
  });

  test('answers quickly, whatever is typed', () => {
    const started = performance.now();
    for (const unit of [
      '*a ',
      '**a',
      '`',
      '` ',
      '[',
      '[a](',
      '\\',
      '> ',
      '- ',
      '1. ',
      '```\n',
      '<https://',
    ]) {
      parseText(unit.repeat(10_000 / unit.length));
      parseText(`a\n${unit}`.repeat(5000 / unit.length));
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
