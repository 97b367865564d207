import { describe, expect, test } from 'vitest';

import { renderMarkdown } from './render-markdown.ts';

/** The addresses that are links, and the words that carry them. */
const linksOf = (source: string) =>
  renderMarkdown(source).flatMap(({ markDefs, children }) =>
    children.flatMap(({ text, marks = [] }) =>
      markDefs.flatMap((mark) =>
        marks.includes(mark._key) && 'href' in mark ? [[mark['href'], text]] : [],
      ),
    ),
  );

describe('linkBareAddresses', () => {
  test.for([
    ['See https://a.example/x now', 'https://a.example/x', 'https://a.example/x'],
    ['(https://a.example/x).', 'https://a.example/x', 'https://a.example/x'],
    ['https://a.example/Lymph_(fluid), so', 'https://a.example/Lymph_(fluid)', undefined],
    ['- **HTTP://A.example/b!**', 'http://a.example/b', 'HTTP://A.example/b'],
    ['> https://a.example?q=1&r=2', 'https://a.example/?q=1&r=2', 'https://a.example?q=1&r=2'],
    ['[word](https://a.example/y)', 'https://a.example/y', 'word'],
  ] as const)('%s', ([source, href, text]) => {
    expect(linksOf(source)).toEqual([[href, text ?? href]]);
  });

  test.for([
    '`https://a.example`',
    'javascript:alert(1)',
    'https://',
    'xhttps://a.example',
    'www.a.example',
    'https:// a.example',
  ])('%s stays as it is', (source) => {
    expect(linksOf(source)).toEqual([]);
  });

  test('keeps the words around an address, and several of them', () => {
    const source = 'One https://a.example/1, two https://b.example/2; three.';
    expect(linksOf(source)).toHaveLength(2);
    const text = renderMarkdown(source).flatMap(({ children }) =>
      children.map((each) => each.text),
    );
    expect(text.join('')).toBe(source);
  });
});
