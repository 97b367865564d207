import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { thisMachine } from '../browser/machine.ts';

let folder: string;

beforeAll(async () => {
  // Inside node_modules, so that `vitest` resolves.
  await thisMachine.makeFolder(thisMachine.cache);
  folder = await mkdtemp(join(thisMachine.cache, 'counts-'));
  const reporter = join(import.meta.dirname, 'counts-reporter.ts');
  await writeFile(
    join(folder, 'vitest.config.ts'),
    `import { CountsReporter } from '${reporter}';
     export default { test: { include: ['*.test.ts'], reporters: ['default', new CountsReporter()] } };`,
  );
});

afterAll(() => rm(folder, { recursive: true }));

/** Runs vitest on one file in a process of its own. */
async function runFile(source: string, ...options: string[]) {
  const imports = `import { beforeAll, describe, expect, test } from 'vitest';\n`;
  await writeFile(join(folder, 'a.test.ts'), imports + source);
  const vitest = join(import.meta.dirname, '../../node_modules/vitest/vitest.mjs');
  const { ok, output } = await thisMachine.run(process.execPath, [vitest, 'run', ...options], {
    seconds: 60,
    cwd: folder,
  });
  return { ok, last: output.trimEnd().split('\n').at(-1) };
}

describe('CountsReporter', { timeout: 60_000 }, () => {
  const one = `test('one', () => {});`;

  test.for([
    ['a passing run', one, '1 passed, 0 failed'],
    ['a failing test', `${one} test('two', () => expect(1).toBe(2));`, '1 passed, 1 failed'],
    ['a file that does not load', `${one} throw new Error('no');`, '0 passed, 1 failed'],
    [
      'a broken beforeAll',
      `${one} describe('x', () => { beforeAll(() => { throw new Error('no'); }); test('y', () => {}); });`,
      '1 passed, 1 failed',
    ],
    [
      'an error that belongs to no test',
      `test('one', () => void Promise.reject(new Error('no')));`,
      '1 passed, 1 failed',
    ],
  ] as const)('counts %s', async ([, source, line]) => {
    expect(await runFile(source)).toEqual({ ok: line.endsWith(' 0 failed'), last: line });
  });

  test('fails a run in which a filter left nothing', async () => {
    expect(await runFile(one, '-t', 'nothing')).toEqual({ ok: false, last: '0 passed, 0 failed' });
  });
});
