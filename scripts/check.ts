import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Check {
  readonly name: string;
  readonly command: string;
  /** The npm script that puts it right by itself, where there is one. */
  readonly mend?: string;
}

interface Result extends Check {
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: number;
}

/** Two lanes for two cores, about equally long. `tsc` reads what `astro check` generates. */
const LANES: readonly (readonly Check[])[] = [
  [
    { name: 'Astro types', command: 'astro check --minimumFailingSeverity warning' },
    { name: 'types', command: 'tsc' },
  ],
  [
    { name: 'formatting', command: 'oxfmt --check', mend: 'format' },
    { name: 'unused code', command: 'knip --treat-config-hints-as-errors' },
    {
      name: 'generated types',
      command: 'node scripts/check-generated-types.ts',
      mend: 'typegen',
    },
    { name: 'lint', command: 'oxlint' },
  ],
];

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (text: string) => void process.stdout.write(`${text}\n`);

async function runCheck(check: Check): Promise<Result> {
  const started = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const child = spawn(check.command, {
    cwd: root,
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: `${root}node_modules/.bin${delimiter}${process.env['PATH']}`,
      ASTRO_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
    },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (output += text));
  child.once('error', reject);
  child.once('close', (code) => resolve(code === 0));
  const ok = await promise;
  return { ...check, ok, output, seconds: (performance.now() - started) / 1000 };
}

async function runLane(lane: readonly Check[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const check of lane) {
    const result = await runCheck(check);
    if (!result.ok) say(`\n${result.output.trim()}\n`);
    say(`${result.ok ? '✓' : '✗'} ${check.name} (${result.seconds.toFixed(1)} s)`);
    results.push(result);
  }
  return results;
}

const results = (await Promise.all(LANES.map(runLane))).flat();
const failed = results.filter(({ ok }) => !ok);
if (failed.length === 0) {
  say(`\nAll ${results.length} checks pass.`);
} else {
  say(`\n${failed.length} of ${results.length} checks fail:`);
  for (const { name, mend } of failed) {
    say(`  ${name}${mend === undefined ? '' : `: npm run ${mend} mends it`}`);
  }
  process.exitCode = 1;
}
