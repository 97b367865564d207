import { describe, expect, test } from 'vitest';

import { parseDocument } from '../../../site/cms/parse-document.ts';
import { redirectFromProblem, redirectToProblem } from './redirect.ts';

function siteTakes(from: string, to = '/'): boolean {
  const redirect = { _id: 'r', _type: 'redirect', _rev: 'r1', from, to, permanent: true };
  return parseDocument(redirect, () => undefined) !== undefined;
}

describe('redirectFromProblem', () => {
  test.for([
    '/old/',
    '/old',
    '/benefits/old-name',
    '/old.html',
    '/benefits/old-name/',
    '/Old/2024/index.php/',
    `/${'x'.repeat(248)}/`,
    `/${'x'.repeat(248)}`,
  ])('accepts %s, as the site does', (from) => {
    expect(redirectFromProblem(from)).toBe(true);
    expect(siteTakes(from)).toBe(true);
  });

  test.for([
    '/',
    'old/',
    'old',
    '',
    '/old?a=1',
    '/old/?a=1',
    '//evil.example/',
    '//evil.example',
    'https://a.example/',
    '/a b/',
    '/caf%C3%A9/',
    '/café/',
    '/a/../',
    '/./',
    '/.git/',
    '/a/..',
    `/${'x'.repeat(249)}/`,
    `/${'x'.repeat(249)}`,
  ])('refuses %s, as the site does', (from) => {
    expect(redirectFromProblem(from)).toEqual(expect.any(String));
    expect(siteTakes(from)).toBe(false);
  });
});

describe('redirectToProblem', () => {
  test.for(['/new/', '/new', '/rss.xml', '/', 'https://a.example/page', 'HTTPS://a.example/'])(
    'accepts %s, as the site does',
    (to) => {
      expect(redirectToProblem(to, '/old/')).toBe(true);
      expect(siteTakes('/old/', to)).toBe(true);
    },
  );

  test.for([
    'http://a.example/',
    'https:a.example/',
    ' https://a.example/',
    'javascript:alert(1)',
    '//evil.example/',
    'new',
    '',
  ])('refuses %s', (to) => {
    expect(redirectToProblem(to, '/old/')).toContain('https://');
  });

  test.for([
    ['/old/', '/old/'],
    ['/old', '/old/'],
    ['/old/', '/old'],
  ] as const)('refuses a loop: %s from %s', ([to, from]) => {
    expect(redirectToProblem(to, from)).toContain('same address');
  });
});
