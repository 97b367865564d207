import { defineConfig } from 'vitest/config';

import { CountsReporter } from './tests/report/counts-reporter.ts';

export default defineConfig({
  test: {
    // All cores, where by itself it would leave one idle.
    maxWorkers: '100%',
    reporters: ['default', new CountsReporter()],
    projects: [
      {
        test: {
          name: 'unit',
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
