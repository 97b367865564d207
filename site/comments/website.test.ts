import { describe, expect, test } from 'vitest';

import { parseWebsite } from './website.ts';

describe('parseWebsite', () => {
  test.for([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['HTTP://Example.org', 'http://example.org/'],
    ['example.org', 'https://example.org/'],
    ['example.org:8080/a', 'https://example.org:8080/a'],
    ['//example.org', 'https://example.org/'],
    ['example', undefined],
    ['', undefined],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['mailto:ann@example.org', undefined],
    ['https://ann:secret@example.org', undefined],
    ['example .org', undefined],
    ['https://', undefined],
  ] as const)('%s gives %s', ([typed, href]) => {
    expect(parseWebsite(typed)).toEqual(href === undefined ? { problem: 'none' } : { href });
  });

  test.for([
    'localhost',
    'http://LOCALHOST:3000/a',
    'printer.local',
    'wiki.internal',
    '127.0.0.1',
    'http://127.1/',
    'http://0x7f000001/',
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '169.254.1.1',
    '172.16.0.1',
    '192.168.1.1:8080',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
  ])('%s leads to a machine or network of one’s own', (typed) => {
    expect(parseWebsite(typed)).toEqual({ problem: 'private' });
  });

  test.for([
    '10.example.org',
    '127.0.0.1.example.org',
    'local.example',
    'mylocal.net',
    '172.32.0.1',
    '100.128.0.1',
    '8.8.8.8',
  ])('%s does not', (typed) => {
    expect(parseWebsite(typed)).toHaveProperty('href');
  });
});
