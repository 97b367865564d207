import { describe, expect, test } from 'vitest';

import { redirectFromProblem, redirectToProblem } from './redirect.ts';

describe('redirectFromProblem', () => {
  test.for(['/old/', '/benefits/old-name/'])('accepts %s', (from) => {
    expect(redirectFromProblem(from)).toBe(true);
  });

  test.for(['/', 'old/', '/old', '/old/?a=1', '//evil.example/', 'https://a.example/', '/a b/'])(
    'refuses %s',
    (from) => {
      expect(redirectFromProblem(from)).toEqual(expect.any(String));
    },
  );
});

describe('redirectToProblem', () => {
  test.for(['/new/', '/', 'https://a.example/page'])('accepts %s', (to) => {
    expect(redirectToProblem(to, '/old/')).toBe(true);
  });

  test.for(['http://a.example/', 'javascript:alert(1)', '//evil.example/', 'new', ''])(
    'refuses %s',
    (to) => {
      expect(redirectToProblem(to, '/old/')).toContain('https://');
    },
  );

  test('refuses a loop', () => {
    expect(redirectToProblem('/old/', '/old/')).toContain('same address');
  });
});
