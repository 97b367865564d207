import { describe, expect, test } from 'vitest';

import { parseWebsite } from './website.ts';

describe('parseWebsite', () => {
  test.for([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['HTTP://Example.org', 'http://example.org/'],
    ['example.org', 'https://example.org/'],
    ['example.org:8080/a', 'https://example.org:8080/a'],
    ['//example.org', 'https://example.org/'],
    ['localhost', undefined],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['mailto:ann@example.org', undefined],
    ['https://ann:secret@example.org', undefined],
    ['example .org', undefined],
    ['https://', undefined],
  ] as const)('%s gives %s', ([typed, expected]) => {
    expect(parseWebsite(typed)).toBe(expected);
  });
});
