import { describe, expect, test } from 'vitest';

import { definePhrases, findPhrases, quote } from './phrases.ts';
import { readText } from './read-text.ts';

const find = (pattern: string, typed: string): string[] => {
  const text = readText(typed);
  return [...findPhrases(text, definePhrases([pattern]))].map((found) => quote(text, found));
};

describe('findPhrases', () => {
  test.for([
    ['stop|quit taking', 'Stop taking it. Quit   Taking it', ['“Stop taking”', '“Quit Taking”']],
    ['stop taking', 'stop. Taking', []],
    ['stop taking', 'stopped taking', []],
    ['go on? there', 'go there, go on there', ['“go there”', '“go on there”']],
    ['stop ..2 {medicine}', 'stop all those pills', ['“stop all those pills”']],
    ['stop ..2 {medicine}', 'stop all of those pills', []],
    ['have ~2 {illness}', 'have stage 3 cancer', ['“have stage 3 cancer”']],
    ['have ~2 {illness}', 'have questions about cancer', []],
    ['# mg', '500mg, two mg', ['“500mg”', '“two mg”']],
  ] as const)('finds %j in %j', ([pattern, typed, quotes]) => {
    expect(find(pattern, typed)).toEqual(quotes);
  });
});

describe('definePhrases', () => {
  test.for(['..2 pills', 'maybe? not', '{nonsense}'])('does not take %j', (pattern) => {
    expect(() => definePhrases([pattern])).toThrow(/phrase|class of words/);
  });
});

describe('quote', () => {
  test('shortens what is long', () => {
    expect(find('a ..9 b', `a ${'x'.repeat(100)} b`)[0]).toMatch(/^“a x{58}…”$/);
  });
});
