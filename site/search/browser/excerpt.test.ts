import { describe, expect, test } from 'vitest';
import { parseExcerpt } from './excerpt.ts';

describe('parseExcerpt', () => {
  test('takes marks apart from text', () => {
    expect(parseExcerpt('a <mark>lymph</mark> node')).toEqual([
      { text: 'a ', marked: false },
      { text: 'lymph', marked: true },
      { text: ' node', marked: false },
    ]);
  });

  test('gives text back as it was written', () => {
    expect(parseExcerpt('<mark>a</mark> &lt;b&gt; & c')).toEqual([
      { text: 'a', marked: true },
      { text: ' <b> & c', marked: false },
    ]);
  });

  test('nothing is nothing', () => {
    expect(parseExcerpt('')).toEqual([]);
  });
});
