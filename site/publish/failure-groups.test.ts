import { describe, expect, test } from 'vitest';
import { describeFailures, groupFailures } from './failure-groups.ts';

const failing = (message: string, ...paths: readonly string[]) =>
  paths.map((path) => ({ path, message }));

describe('groupFailures', () => {
  test('is one failure for each reason, with how many addresses and some of them', () => {
    const failures = [
      ...failing('No settings.', '/', '/a/', '/b/', '/c/', '/d/', '/e/'),
      ...failing('No title.', '/f/'),
    ];
    expect(groupFailures(failures)).toEqual([
      { path: '/', message: 'No settings.', others: 5, examples: ['/a/', '/b/', '/c/'] },
      { path: '/f/', message: 'No title.', others: 0, examples: [] },
    ]);
  });
});

describe('describeFailures', () => {
  test('says what readers see', () => {
    expect(describeFailures(failing('No settings.', '/'), true)).toEqual([
      '/ could not be made, and readers see the last good version: No settings.',
    ]);
  });

  test.for([
    { paths: ['/'], line: '/ could not be made: No settings.' },
    { paths: ['/', '/a/'], line: '/, /a/ could not be made: No settings.' },
    {
      paths: ['/', '/a/', '/b/', '/c/', '/d/'],
      line: '/, /a/, /b/, /c/ and 1 more could not be made: No settings.',
    },
  ])('$line', ({ paths, line }) => {
    expect(describeFailures(failing('No settings.', ...paths), false)).toEqual([line]);
  });
});
