import { join } from 'node:path';
import { StartError } from './failure.ts';
import { isLoopback } from './http/hosts.ts';
import type { LakeOptions } from './lake.ts';

/** What the environment says, all of it settled. */
type Config = LakeOptions &
  Required<Pick<LakeOptions, 'projectId' | 'dataset' | 'port'>> & { studioOrigins: string[] };

/** Reads the environment. Throws StartError with the name of the variable and what to set. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = Number(env['LAKE_PORT'] || 3999);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartError('LAKE_PORT must be a number from 0 to 65535.');
  }
  const host = env['LAKE_HOST'] ?? '127.0.0.1';
  const publicHosts = toList(env['LAKE_PUBLIC_HOSTS']).map((name) => name.toLowerCase());
  const robotToken = env['LAKE_ROBOT_TOKEN'];
  if (!isLoopback(host) && publicHosts.length === 0) {
    throw new StartError(
      `LAKE_HOST=${host} would open the lake to other machines. Set LAKE_PUBLIC_HOSTS to the host names it may be reached by, or keep 127.0.0.1.`,
    );
  }
  if (robotToken !== undefined && robotToken.length < 24) {
    throw new StartError('LAKE_ROBOT_TOKEN must have at least 24 characters. Use a random one.');
  }
  return {
    host,
    port,
    publicHosts,
    robotToken,
    dir: env['LAKE_DIR'] || join(env['DATA_DIR'] || '.data', 'lake'),
    projectId: parseName(env['LAKE_PROJECT_ID'] ?? 'lymphwise', 'LAKE_PROJECT_ID'),
    dataset: parseName(env['LAKE_DATASET'] ?? 'production', 'LAKE_DATASET'),
    studioOrigins: studioOrigins(env).map(parseOrigin),
  };
}

function studioOrigins(env: NodeJS.ProcessEnv): string[] {
  const named = toList(env['LAKE_STUDIO_ORIGINS']);
  return named.length > 0 ? named : [`http://localhost:${env['STUDIO_PORT'] || 3333}`];
}

function toList(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function parseName(value: string, variable: string): string {
  if (/^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/.test(value)) return value;
  throw new StartError(`${variable} must have 1-64 characters out of a-z, 0-9, "-".`);
}

function parseOrigin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url !== undefined && url.origin === value.replace(/\/$/, '')) return url.origin;
  throw new StartError(
    `LAKE_STUDIO_ORIGINS: "${value}" is no origin such as http://localhost:3333.`,
  );
}
