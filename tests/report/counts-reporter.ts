import type { Reporter, TestModule } from 'vitest/node';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

type Module = Pick<TestModule, 'children' | 'errors'>;

/**
 * Adds up what ran. A file or suite that broke outside its tests and an error that belongs to no
 * test are one failure each: something was not tested.
 */
function countTests(modules: readonly Module[], unhandledErrors: number): Counts {
  let passed = 0;
  let failed = unhandledErrors;
  for (const module of modules) {
    if (module.errors().length > 0) failed += 1;
    for (const suite of module.children.allSuites()) {
      if (suite.errors().length > 0) failed += 1;
    }
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      if (state === 'failed') failed += 1;
    }
  }
  return { passed, failed };
}

/** Closes a run with the line `N passed, N failed`, and fails one that executed nothing. */
export class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const { passed, failed } = countTests(modules, unhandledErrors.length);
    if (passed + failed === 0) {
      process.exitCode = 1;
      process.stderr.write('No test ran: check the names and filters given to vitest.\n');
    }
    // After the other reporters, which write at the end of this same tick.
    process.once('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`));
  }
}
