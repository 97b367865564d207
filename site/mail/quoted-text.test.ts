import { describe, expect, test } from 'vitest';

import { renderMarkdown } from '../comments/render-markdown.ts';
import { toQuotedText } from './quoted-text.ts';

describe('toQuotedText', () => {
  test.for([
    { source: 'One.\n\nTwo, *well*.', text: 'One.\n\nTwo, well.' },
    { source: '- a\n- b', text: '- a\n\n- b' },
    { source: 'See [here](https://spam.example/x).', text: 'See here (https://spam.example/x).' },
    { source: '<https://a.example/>', text: 'https://a.example/' },
    { source: '<https://a.example>', text: 'https://a.example' },
    { source: 'a\u202Eb', text: 'ab' },
  ])('$source', ({ source, text }) => {
    expect(toQuotedText(renderMarkdown(source))).toBe(text);
  });

  test('shortens what is long, and says so', () => {
    const text = toQuotedText(renderMarkdown('word '.repeat(1000)));
    expect(text).toMatch(/word … \(shortened\)$/);
    expect(text.length).toBeLessThan(1600);
  });

  test.for([{ body: [null, 1, 'x', {}] }, { body: [{ children: 'x' }] }, { body: [] }])(
    'finds no words in $body',
    ({ body }) => {
      expect(toQuotedText(body)).toBe('');
    },
  );
});
