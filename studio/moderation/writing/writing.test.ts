import { describe, expect, test } from 'vitest';

import { problemsOf, toWebsite } from './writing.ts';

const good = { name: 'Ann', website: '', text: 'Thank you.' };

describe('problemsOf', () => {
  test('finds none where there is none', () => {
    expect(problemsOf(good)).toEqual([]);
    expect(problemsOf({ ...good, website: 'https://a.example' })).toEqual([]);
  });

  test.for([
    ['name', ' ', /is empty/],
    ['name', 'n'.repeat(61), /60 characters/],
    ['website', 'javascript:alert(1)', /https/],
    ['website', 'a.example', /https/],
    ['text', ' \n\n ', /is empty/],
    ['text', '> \n- ', /is empty/],
    ['text', 'a'.repeat(10_001), /10000 characters/],
  ] as const)('%s %j', ([field, value, message]) => {
    expect(problemsOf({ ...good, [field]: value })).toEqual([
      { field, message: expect.stringMatching(message) },
    ]);
  });
});

describe('toWebsite', () => {
  test.for([
    [' https://a.example ', 'https://a.example/'],
    ['ftp://a.example', undefined],
    ['', undefined],
  ] as const)('%j: %s', ([typed, address]) => {
    expect(toWebsite(typed)).toBe(address);
  });
});
