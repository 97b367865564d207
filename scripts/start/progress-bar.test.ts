import { describe, expect, test } from 'vitest';
import { progressBar } from './progress-bar.ts';

describe('progressBar', () => {
  test.for([
    {
      stand: { done: 6000, all: 10_000, seconds: 30 },
      columns: 70,
      line: 'Writing the pages ██████░░░░ 6,000 of 10,000, 200 a second, 20 s left',
    },
    {
      stand: { done: 20, all: 100, seconds: 0.5 },
      columns: 39,
      line: 'Writing the pages ██░░░░░░░░ 20 of 100',
    },
    {
      stand: { done: 100, all: 100_000, seconds: 10 },
      columns: 40,
      line: 'Writing the pages 100 of 100,000, 10 a',
    },
    {
      stand: { done: 100, all: 100_000, seconds: 10 },
      columns: 200,
      line: `Writing the pages ${'░'.repeat(30)} 100 of 100,000, 10 a second, 167 min left`,
    },
  ])('$line', ({ stand, columns, line }) => {
    expect(progressBar(stand, columns).trimEnd()).toBe(line);
  });
});
