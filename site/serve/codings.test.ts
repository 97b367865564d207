import { describe, expect, test } from 'vitest';
import { acceptedCodings } from './codings.ts';

describe('acceptedCodings', () => {
  test.for([
    { header: undefined, names: [] },
    { header: '', names: [] },
    { header: 'gzip, deflate, br, zstd', names: ['br', 'gzip'] },
    { header: 'GZIP', names: ['gzip'] },
    { header: 'br;q=0, gzip;q=0.5', names: ['gzip'] },
    { header: 'br; q=0.000', names: [] },
    { header: '*', names: ['br', 'gzip'] },
    { header: '*, br;q=0', names: ['gzip'] },
    { header: 'identity', names: [] },
    { header: 'x-br', names: [] },
  ])('$header', ({ header, names }) => {
    expect(acceptedCodings(header).map(({ name }) => name)).toEqual(names);
  });
});
