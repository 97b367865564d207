import { describe, expect, test } from 'vitest';
import { createIds, slugify } from './slug.ts';

describe('slugify', () => {
  test.for([
    ['What’s next?', 'whats-next'],
    ['Oedème & “lymph”', 'oedeme-lymph'],
    ['  ', ''],
    ['日本', '日本'],
  ] as const)('%s', ([words, slug]) => {
    expect(slugify(words)).toBe(slug);
  });
});

describe('createIds', () => {
  test('numbers repeats, and names what has no letters', () => {
    const idOf = createIds();
    expect([idOf('One'), idOf('one'), idOf('?!')]).toEqual(['one', 'one-2', 'part']);
  });
});
