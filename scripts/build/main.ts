import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createReader } from '../../site/cms/client.ts';
import { parseEnvironment, type Environment } from '../environment.ts';

// Asks the store for its content before Astro does, who would answer with where in its code it failed.
try {
  await askStore(parseEnvironment(process.env));
  // By its place: Astro does not export it.
  const astro = new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url);
  const args = [fileURLToPath(astro), 'build', ...process.argv.slice(2)];
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const build = spawn(process.execPath, args, { stdio: 'inherit', env });
  build.once('exit', (code) => (process.exitCode = code ?? 1));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** @throws Error when the store does not answer, or holds no publication */
async function askStore(config: Environment): Promise<void> {
  const where = config.sanityApiHost ?? `hosted Sanity (project ${config.projectId})`;
  const client = createReader(config).withConfig({ maxRetries: 0 });
  let found: unknown;
  try {
    found = await client.fetch(`*[_id == "settings"][0]._id`);
  } catch (error) {
    const { cause } = error instanceof Error ? error : { cause: undefined };
    const [reason] = String(cause instanceof Error ? cause.message : error).split('\n');
    const advice = config.embedded
      ? 'Start it with npm start, and build in another terminal; LAKE_PORT names another port.'
      : 'Set SANITY_PROJECT_ID and SANITY_DATASET, or SANITY_API_HOST, to a store that does.';
    throw new Error(`The store at ${where} does not answer (${reason}). ${advice}`, {
      cause: error,
    });
  }
  if (found === null) {
    throw new Error(`The store at ${where} is empty. Fill it with npm run import.`);
  }
}
