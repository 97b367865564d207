import { describe, expect, test } from 'vitest';
import { toSitePath } from './site-path.ts';

describe('toSitePath', () => {
  test.for([
    { url: '/', path: '/' },
    { url: '/a/b/?c=%2e/d', path: '/a/b/' },
    { url: '/a%20b/', path: '/a b/' },
    { url: '/lymph%C3%B6/', path: '/lymphö/' },
    { url: 'http://example.org/a/?b', path: '/a/' },
    { url: '/a.b/c.css', path: '/a.b/c.css' },
  ])('$url is $path', ({ url, path }) => {
    expect(toSitePath(url)).toBe(path);
  });

  test.for([
    '',
    '*',
    '/../a',
    '/a/..',
    '/%2e%2e/a',
    '/..%2fa',
    '/a/.git/config',
    '//example.org/',
    '/%2fexample.org/',
    '/a%00',
    '/%ff',
    '/a%5c..%5cb',
  ])('%s is none', (url) => {
    expect(toSitePath(url)).toBeUndefined();
  });
});
