import { describe, expect, test } from 'vitest';

import { readText } from './read-text.ts';

const wordsOf = (typed: string) =>
  readText(typed).sentences.map(({ words }) => words.map(({ text }) => text).join(' '));

describe('readText', () => {
  test.for([
    ["Don’t stop. Don't STOP!", ['dont stop', 'dont stop']],
    ['500mg, 2.5 ml or 1,000 IU', ['500 mg 2.5 ml or 1,000 iu']],
    ['one\ntwo\n\nthree', ['one two', 'three']],
    ['**st**op `it` ~now~ _please_', ['stop it now please']],
    ['s\u200Bt\u00ADop', ['stop']],
    ['It costs £60 (20% off)', ['it costs £ 60 20 % off']],
    ['see a.example/b.c?d for it', ['see a example b c d for it']],
    ['What?! "Yes." No…', ['what', 'yes', 'no']],
    ['c h e s t pain, a.b.c.d', ['chest pain abcd']],
    ['A b c, d e', ['a b c d e']],
    ['one ﷺ two ﷻ', ['one two']],
    ['', []],
    ['\uD800 \u0000', []],
  ] as const)('reads %j', ([typed, sentences]) => {
    expect(wordsOf(typed)).toEqual(sentences);
  });

  test('knows which sentence asks, and where a part begins', () => {
    const { sentences } = readText('Does it? No, it does not');
    expect(sentences.map(({ asks }) => asks)).toEqual([true, false]);
    expect(sentences[1]?.words.map(({ afterBreak }) => afterBreak)).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  test('says where each word stands', () => {
    const { value, sentences } = readText('It *can’t* hurt');
    const words = sentences[0]?.words.map(({ start, end }) => value.slice(start, end));
    expect(words).toEqual(['It', 'can’t', 'hurt']);
  });
});
