import { describe, expect, test } from 'vitest';
import { toMove } from './redirects.ts';

describe('toMove', () => {
  test.for([
    { to: '/new/', location: '/new/' },
    { to: '/new/?a=b#c', location: '/new/?a=b#c' },
    { to: '/lymphö/a b/', location: '/lymph%C3%B6/a%20b/' },
    { to: '/already%20coded/', location: '/already%20coded/' },
    { to: 'https://example.org/x', location: 'https://example.org/x' },
    { to: '/new/\r\nset-cookie: a', location: '/new/set-cookie:%20a' },
  ])('$to', ({ to, location }) => {
    expect(toMove({ to, permanent: true })).toEqual({ status: 301, location });
    expect(toMove({ to, permanent: false })).toEqual({ status: 302, location });
  });

  test.for(['javascript:alert(1)', 'https://'])('%s leads nowhere', (to) => {
    expect(toMove({ to, permanent: true })).toBeUndefined();
  });
});
