import { join } from 'node:path';
import { findRunning } from '../lake/running.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** The environment, with the port of the lake that serves DATA_DIR now; as it is where it names a store or a port itself. */
export function withRunningLake(env: Variables): Variables {
  if (env['LAKE_PORT'] || env['SANITY_PROJECT_ID'] || env['SANITY_API_HOST']) return env;
  const running = findRunning(join(env['DATA_DIR'] || '.data', 'lake'));
  return running === undefined ? env : { ...env, LAKE_PORT: String(running.port) };
}
