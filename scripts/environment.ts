import { z } from 'zod';
import { parseSiteConfig, portNumber, type SiteConfig } from '../site/cms/parse-site-config.ts';
import { findRobotToken } from './start/robot-token.ts';

/** What the commands read from the environment: the site's configuration, and what runs beside it. */
export interface Environment extends SiteConfig {
  /** Whether the embedded lake holds the content: neither hosted Sanity nor another store is named. */
  readonly embedded: boolean;
  readonly lakePort: number;
  readonly studioPort: number;
}

const ports = z.object({ LAKE_PORT: portNumber(3999), STUDIO_PORT: portNumber(3333) });

/**
 * Reads the environment of a command.
 *
 * Where the embedded lake holds the content, the token is the one its data folder keeps.
 *
 * @throws Error naming each wrong variable and what to set it to
 */
export function parseEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = ports.safeParse(env);
  const site = parseSiteConfig(env, parsed.error?.issues);
  const { LAKE_PORT, STUDIO_PORT } = parsed.data ?? ports.parse({});
  const embedded = !env['SANITY_PROJECT_ID'] && !env['SANITY_API_HOST'];
  return {
    ...site,
    apiToken: site.apiToken ?? (embedded ? findRobotToken(site.dataDir) : undefined),
    embedded,
    lakePort: LAKE_PORT,
    studioPort: STUDIO_PORT,
  };
}
