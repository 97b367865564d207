import { describe, expect, test } from 'vitest';

import { missingEntries, parsePlatform, withEntries, withoutAdded } from './lock.ts';

describe('parsePlatform', () => {
  test.for([
    ['@oxfmt/binding-linux-x64-musl', { cpu: ['x64'], libc: ['musl'], os: ['linux'] }],
    ['@rolldown/binding-linux-arm-gnueabihf', { cpu: ['arm'], libc: ['glibc'], os: ['linux'] }],
    ['@pagefind/windows-arm64', { cpu: ['arm64'], os: ['win32'] }],
    ['@oxlint/binding-win32-ia32-msvc', { cpu: ['ia32'], os: ['win32'] }],
    ['@oxlint/binding-android-arm-eabi', { cpu: ['arm'], os: ['android'] }],
    ['@oxlint-tsgolint/darwin-arm64', { cpu: ['arm64'], os: ['darwin'] }],
    ['@oxc-parser/binding-wasm32-wasi', { cpu: ['wasm32'] }],
  ] as const)('%s', ([name, platform]) => {
    expect(parsePlatform(name)).toEqual(platform);
  });

  test.for(['fsevents', '@x/binding-plan9-x64', '@x/binding-linux-z80'])('refuses %s', (name) => {
    expect(() => parsePlatform(name)).toThrow(name);
  });
});

describe('missingEntries', () => {
  const here = { version: '1.0.0', integrity: 'sha512-x', optional: true };
  const tool = {
    version: '1.0.0',
    dev: true,
    optionalDependencies: { '@tool/linux-x64-gnu': '1.0.0', '@tool/darwin-arm64': '1.0.0' },
  };

  test('adds only what the lock lacks, marked as its parent is', () => {
    const packages = { 'node_modules/@tool/linux-x64-gnu': here, 'node_modules/tool': tool };
    expect(missingEntries({ packages })).toEqual({
      'node_modules/@tool/darwin-arm64': {
        version: '1.0.0',
        cpu: ['arm64'],
        dev: true,
        optional: true,
        os: ['darwin'],
      },
    });
  });

  test('puts a second version below the package that wants it', () => {
    const inner = { version: '2.0.0', optionalDependencies: { '@tool/darwin-arm64': '2.0.0' } };
    const packages = {
      'node_modules/@tool/linux-x64-gnu': here,
      'node_modules/tool': tool,
      'node_modules/user/node_modules/tool': inner,
    };
    expect(Object.keys(missingEntries({ packages }))).toEqual([
      'node_modules/@tool/darwin-arm64',
      'node_modules/user/node_modules/tool/node_modules/@tool/darwin-arm64',
    ]);
  });

  test('leaves the choice to npm where a range is met', () => {
    const packages = {
      'node_modules/@tool/darwin-arm64': { ...here, version: '1.4.0' },
      'node_modules/tool': { optionalDependencies: { '@tool/darwin-arm64': '^1.2.0' } },
    };
    expect(missingEntries({ packages })).toEqual({});
  });
});

describe('withoutAdded', () => {
  test('a second run starts from what npm wrote', () => {
    const written = {
      packages: {
        '': { version: '0.1.0' },
        'node_modules/tool': { optionalDependencies: { '@tool/darwin-arm64': '1.0.0' } },
      },
    };
    const completed = withEntries(written, missingEntries(written));
    expect(Object.keys(completed.packages)).toEqual([
      '',
      'node_modules/@tool/darwin-arm64',
      'node_modules/tool',
    ]);
    expect(withoutAdded(completed)).toEqual(written);
  });
});
