import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

import { CountsReporter } from './tests/report/counts-reporter.ts';

/** Begun last, these would go on alone. */
const LONG = ['publishing/kill', 'journeys/reading', 'journeys/comment-form'];

class LongestFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]): Promise<typeof files> {
    const isShort = ({ moduleId }: (typeof files)[number]): boolean =>
      !LONG.some((name) => moduleId.includes(name));
    // oxlint-disable-next-line unicorn/no-array-sort -- not an array's
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => Number(isShort(a)) - Number(isShort(b)));
  }
}

export default defineConfig({
  test: {
    // All cores, where by itself it would leave one idle.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new CountsReporter()],
    projects: [
      {
        test: {
          name: 'unit',
          // They start sooner than processes, and what many files import is loaded once in each.
          pool: 'threads',
          isolate: false,
          include: [
            '{site,studio,lake,scripts,content,tests/browser,tests/report}/**/*.test.{ts,tsx}',
          ],
          sequence: { groupOrder: 0 },
          testTimeout: 20_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{browser,report}/**'],
          globalSetup: 'tests/browser/global-setup.ts',
          // After the unit tests and two at a time: each starts servers and a browser.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 240_000,
          // A slow machine is no fault: what must be quick says so itself.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
