import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { toRedirectsMap, writeRedirectsMap } from './redirects-map.ts';

describe('toRedirectsMap', () => {
  test('writes a line for each address', () => {
    const redirects = [
      { from: '/a/', to: '/b/', permanent: true },
      { from: '/c/', to: 'https://example.org/', permanent: false },
    ];
    expect(toRedirectsMap(redirects)).toBe('"/a/" "301 /b/";\n"/c/" "302 https://example.org/";\n');
  });

  test('writes nothing that nginx would take for its own', () => {
    const to = '/$host/"; deny all; #\\';
    expect(toRedirectsMap([{ from: '/a/', to, permanent: true }])).toBe(
      '"/a/" "301 /%24host/%22;%20deny%20all;%20#%5C";\n',
    );
  });

  test.for(['/a(/', '/a"/', '/a\\/', 'default', '~x'])('leaves %s to its page', (from) => {
    expect(toRedirectsMap([{ from, to: '/b/', permanent: true }])).toBe('');
  });

  test('moves one with a capital by itself alone', () => {
    expect(toRedirectsMap([{ from: '/Index.php/', to: '/b/', permanent: true }])).toBe(
      '"~^/Index\\.php/$" "301 /b/";\n',
    );
  });

  test('leaves out what nginx, blind to case, would send round for ever', () => {
    const redirects = [
      { from: '/a/', to: '/A/', permanent: true },
      { from: '/b/', to: '/c/', permanent: true },
    ];
    expect(toRedirectsMap(redirects)).toBe('"/b/" "301 /c/";\n');
  });

  test('names each address once, or nginx would not start', () => {
    const twice = ['/b/', '/c/'].map((to) => ({ from: '/a/', to, permanent: true }));
    expect(toRedirectsMap(twice)).toBe('"/a/" "301 /b/";\n');
  });
});

describe('writeRedirectsMap', () => {
  test('tells whether nginx has to read it again', () => {
    const file = join(temporaryFolder(), 'site/redirects.map');
    const redirects = [{ from: '/a/', to: '/b/', permanent: true }];
    expect(writeRedirectsMap(file, redirects)).toBe(true);
    expect(writeRedirectsMap(file, redirects)).toBe(false);
    expect(readFileSync(file, 'utf8')).toContain('/b/');
    expect(writeRedirectsMap(file, [])).toBe(true);
  });
});
