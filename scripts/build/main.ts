import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { askStore, toPlace } from '../ask-store.ts';
import { parseEnvironment } from '../environment.ts';
import { withRunningLake } from '../running-lake.ts';

try {
  const variables = withRunningLake(process.env);
  const config = parseEnvironment(variables);
  if (!(await askStore(config))) {
    throw new Error(`The store at ${toPlace(config)} is empty. Fill it with npm run import.`);
  }
  // By its place: Astro does not export it.
  const astro = new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url);
  const args = [fileURLToPath(astro), 'build', ...process.argv.slice(2)];
  const env = { ...variables, ASTRO_TELEMETRY_DISABLED: '1' };
  const build = spawn(process.execPath, args, { stdio: 'inherit', env });
  build.once('exit', (code) => (process.exitCode = code ?? 1));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
