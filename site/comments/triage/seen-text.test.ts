import { describe, expect, test } from 'vitest';

import { renderMarkdown } from '../render-markdown.ts';
import { toSeenText } from './seen-text.ts';

describe('toSeenText', () => {
  test.for([
    ['chest p&#97;in', 'chest pain', 0],
    ['[ca](https://a.example)sino', 'casino', 1],
    ['v**i**a', 'via', 0],
    ['One.\n\nTwo.\n- a\n- b', 'One.\n\nTwo.\n\na\n\nb', 0],
    ['one `two` three', 'one `two` three', 0],
    ['```\na\n```', '```\na\n```', 0],
    ['https&#58;//a.example and https://b.example', 'https://a.example and https://b.example', 2],
    ['> > >', '', 0],
  ] as const)('%o is seen as %o with %i links', ([source, text, links]) => {
    const seen = toSeenText(renderMarkdown(source));
    expect([seen.text.trim(), seen.links]).toEqual([text, links]);
  });
});
