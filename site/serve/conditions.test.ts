import { describe, expect, test } from 'vitest';
import { isUnchanged, rangeOf } from './conditions.ts';

const validators = { etag: '"abc"', lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' };

describe('isUnchanged', () => {
  test.for([
    { headers: {}, unchanged: false },
    { headers: { 'if-none-match': '"abc"' }, unchanged: true },
    { headers: { 'if-none-match': 'W/"abc"' }, unchanged: true },
    { headers: { 'if-none-match': '"x", "abc"' }, unchanged: true },
    { headers: { 'if-none-match': '*' }, unchanged: true },
    { headers: { 'if-none-match': '"abcd"' }, unchanged: false },
    { headers: { 'if-modified-since': validators.lastModified }, unchanged: true },
    { headers: { 'if-modified-since': 'Fri, 02 Jan 2026 00:00:00 GMT' }, unchanged: true },
    { headers: { 'if-modified-since': 'Wed, 31 Dec 2025 23:59:59 GMT' }, unchanged: false },
    { headers: { 'if-modified-since': 'yesterday' }, unchanged: false },
    {
      headers: {
        'if-none-match': '"abc"',
        'if-modified-since': 'Wed, 31 Dec 2025 23:59:59 GMT',
      },
      unchanged: true,
    },
    {
      headers: { 'if-none-match': '"x"', 'if-modified-since': validators.lastModified },
      unchanged: false,
    },
  ])('$headers: $unchanged', ({ headers, unchanged }) => {
    expect(isUnchanged(headers, validators)).toBe(unchanged);
  });
});

describe('rangeOf', () => {
  test.for([
    { range: 'bytes=0-3', part: { first: 0, last: 3 } },
    { range: 'bytes=4-', part: { first: 4, last: 9 } },
    { range: 'bytes=-3', part: { first: 7, last: 9 } },
    { range: 'bytes=-99', part: { first: 0, last: 9 } },
    { range: 'bytes=8-99', part: { first: 8, last: 9 } },
    { range: 'bytes=10-', part: 'outside' },
    { range: 'bytes=-0', part: 'outside' },
    { range: 'bytes=3-1', part: undefined },
    { range: 'bytes=0-1,3-4', part: undefined },
    { range: 'bytes=-', part: undefined },
    { range: 'lines=0-1', part: undefined },
  ])('$range of ten bytes', ({ range, part }) => {
    expect(rangeOf({ range }, validators, 10)).toEqual(part);
  });

  test.for([
    { condition: '"abc"', part: { first: 0, last: 3 } },
    { condition: validators.lastModified, part: { first: 0, last: 3 } },
    { condition: '"other"', part: undefined },
    { condition: 'W/"abc"', part: undefined },
  ])('only while the file is $condition', ({ condition, part }) => {
    const headers = { range: 'bytes=0-3', 'if-range': condition };
    expect(rangeOf(headers, validators, 10)).toEqual(part);
  });

  test('no byte of an empty file can be asked for', () => {
    expect(rangeOf({ range: 'bytes=0-' }, validators, 0)).toBe('outside');
  });
});
