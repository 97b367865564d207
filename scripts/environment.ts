import { z } from 'zod';

/** What the commands read from the environment, checked once. */
export interface Environment {
  readonly dataDir: string;
  readonly projectId: string;
  readonly dataset: string;
  /** Undefined means: run the embedded lake, unless `hosted`. */
  readonly sanityApiHost: string | undefined;
  readonly apiToken: string | undefined;
  /** Sanity's own cloud holds the content. */
  readonly hosted: boolean;
  readonly lakePort: number;
  readonly studioPort: number;
  readonly sitePort: number;
  readonly siteUrl: string | undefined;
}

const text = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional());
const port = (fallback: number) =>
  z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce
      .number({ error: 'must be a port number, 0 to 65535' })
      .int('must be a whole number')
      .min(0, 'must be 0 or more')
      .max(65_535, 'must be 65535 or less')
      .default(fallback),
  );

const environment = z.object({
  DATA_DIR: text,
  SANITY_PROJECT_ID: text,
  SANITY_DATASET: text,
  SANITY_API_HOST: text,
  SANITY_API_TOKEN: text,
  SITE_URL: text,
  LAKE_PORT: port(3999),
  STUDIO_PORT: port(3333),
  SITE_PORT: port(4321),
});

/**
 * Reads the environment of a command.
 *
 * @throws Error naming each wrong variable and what to set it to
 */
export function parseEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(mistakes.join('; '));
  }
  const { data } = parsed;
  return {
    dataDir: data.DATA_DIR ?? '.data',
    projectId: data.SANITY_PROJECT_ID ?? 'lymphwise',
    dataset: data.SANITY_DATASET ?? 'production',
    sanityApiHost: data.SANITY_API_HOST,
    apiToken: data.SANITY_API_TOKEN,
    hosted: data.SANITY_PROJECT_ID !== undefined && data.SANITY_API_HOST === undefined,
    lakePort: data.LAKE_PORT,
    studioPort: data.STUDIO_PORT,
    sitePort: data.SITE_PORT,
    siteUrl: data.SITE_URL,
  };
}
