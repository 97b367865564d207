import { describe, expect, test } from 'vitest';

import { slugProblem } from './slug.ts';

describe('slugProblem', () => {
  test.for(['sleep', 'self-massage', 'step-2'])('accepts %s', (current) => {
    expect(slugProblem({ current })).toBe(true);
  });

  test.for(['Sleep', 'self massage', '-a', 'a--b', 'ödem', 'a/b', '', 'page'])(
    'refuses “%s”',
    (current) => {
      expect(slugProblem({ current })).toEqual(expect.any(String));
    },
  );

  test('refuses one that is too long for the site', () => {
    expect(slugProblem({ current: 'x'.repeat(97) })).toContain('96');
  });

  test('asks for a missing one', () => {
    expect(slugProblem(undefined)).toContain('Generate');
  });
});
