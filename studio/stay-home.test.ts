import { describe, expect, test } from 'vitest';

import { withoutOutside, withoutOutsideFonts } from './stay-home.ts';

describe('withoutOutside', () => {
  test.for([
    ['fetch(`https://sanity-cdn.com/v1/modules/x`)', 'fetch(`/v1/modules/x`)'],
    ['"https://api.sanity.io/vX/intake/feedback"', '"/v1/intake/feedback"'],
    ['"https://www.sanity.io/docs"', '"https://www.sanity.io/docs"'],
  ] as const)('%s becomes %s', ([from, to]) => {
    expect(withoutOutside(from)).toBe(to);
  });
});

describe('withoutOutsideFonts', () => {
  test('drops fonts of other hosts and keeps our own', () => {
    const ours = '@font-face{font-family:A;src:url(/a.woff2)}';
    const outside = '@font-face{font-family:B;src:url("https://fonts.example/b.woff2")}';
    expect(withoutOutsideFonts(`${ours}${outside}p{color:red}`)).toBe(`${ours}p{color:red}`);
  });
});
