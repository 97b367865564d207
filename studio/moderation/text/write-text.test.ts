import {
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  property,
  record,
  string,
} from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Paragraph, Run } from './body.ts';
import { toParagraphs } from './body.ts';
import { parseText } from './parse-text.ts';
import { toBlocks } from './to-blocks.ts';
import { writeText } from './write-text.ts';

const awkward = array(
  constantFrom(
    ...Array.from('ab *_`[]()<>\\-+>1.)#\n'),
    '**',
    '```',
    'https://',
    '](',
    '- ',
    '1. ',
    '> ',
  ),
  { maxLength: 12 },
).map((parts) => parts.join(''));

const run = record({
  text: awkward,
  strong: boolean(),
  em: boolean(),
  code: boolean(),
  href: constantFrom(undefined, undefined, 'https://a.example/', 'https://b.example/(c)?d=[e]'),
});

const paragraph = record({
  style: constantFrom('normal', 'blockquote'),
  list: constantFrom(undefined, 'bullet', 'number'),
  level: integer({ min: 1, max: 3 }),
  runs: array(run, { maxLength: 4 }),
}).map(({ list, level, ...rest }): Paragraph => ({ ...rest, list, level: list ? level : 0 }));

const PLAIN = { strong: false, em: false, code: false };

/** Each character that shows, with its marks: what an edit that changes nothing must not change. */
function visible(paragraphs: readonly Paragraph[]): readonly string[] {
  return paragraphs.flatMap(({ runs }) =>
    runs.flatMap(({ text, strong, em, code, href }: Run) =>
      [...text.replaceAll(/\s/g, '')].map((letter) => [letter, strong, em, code, href].join(' ')),
    ),
  );
}

function toShape({ style, list, level }: Paragraph): string {
  return [style, list, level].join(' ');
}

describe('writeText', () => {
  test('keeps breaks that come together from ending the paragraph', () => {
    const href = 'https://a.example/';
    const runs = ['\n', '\n', 'a'].map((text) => ({ ...PLAIN, text, href }));
    const written = writeText([{ style: 'normal', list: undefined, level: 0, runs }]);
    expect(written).toBe('[\na](https://a.example/)');
  });

  test.for([
    'one\ntwo\n\nthree',
    '- a\n- b\n   - c\n\nend',
    '1. a\n2. b\n\n> q\n>\n> r',
    '**a** *b* ***c*** `d`',
    '[words](https://a.example/) and [**more**](<https://a.example/(b)>)',
    '```\ncode\n\n> kept\n```',
    String.raw`1\. no list \*here\*`,
  ])('writes %j as it was typed', (text) => {
    expect(writeText(parseText(text))).toBe(text);
  });

  test('keeps every character and its marks, whatever the paragraphs hold', () => {
    assert(
      property(array(paragraph, { maxLength: 4 }), (paragraphs) => {
        expect(visible(parseText(writeText(paragraphs)))).toEqual(visible(paragraphs));
      }),
      { numRuns: 1000 },
    );
  });

  test('changes nothing the second time', () => {
    assert(
      property(awkward, string(), (a, b) => {
        const paragraphs = parseText(`${a}\n\n${b}\n${a}`);
        const text = writeText(paragraphs);
        const again = parseText(text);
        expect(writeText(again)).toBe(text);
        expect(visible(again)).toEqual(visible(paragraphs));
        expect(again.map(toShape)).toEqual(paragraphs.map(toShape));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('toBlocks', () => {
  test('makes what is read back as the same paragraphs', () => {
    const paragraphs = parseText(
      '> *a* [b](https://a.example/)\n\n- one\n   - two\n\n```\ncode\n```\n\n**c** `d`',
    );
    expect(toParagraphs(toBlocks(paragraphs))).toEqual(paragraphs);
  });

  test('links nowhere that a comment may not', () => {
    const runs = [{ text: 'a', strong: false, em: false, code: false, href: 'javascript:x' }];
    const [block] = toBlocks([{ style: 'normal', list: undefined, level: 0, runs }]);
    expect(block).toMatchObject({ markDefs: [], children: [{ text: 'a', marks: [] }] });
  });
});
