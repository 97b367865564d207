import { z } from 'zod';

/**
 * Everything the site reads from the environment, checked once.
 *
 * `sanityApiHost` absent means hosted Sanity. `apiToken` is needed only to deliver comments.
 */
export interface SiteConfig {
  readonly siteUrl: string;
  readonly commentsUrl: string;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly projectId: string;
  readonly dataset: string;
  readonly sanityApiHost: string | undefined;
  readonly apiToken: string | undefined;
}

const blankAsMissing = (value: unknown): unknown => (value === '' ? undefined : value);

const environment = z.object({
  SITE_URL: z.preprocess(
    blankAsMissing,
    z
      .url({ protocol: /^https?$/, error: 'must be a full address such as https://example.org' })
      .optional(),
  ),
  COMMENTS_URL: z.preprocess(blankAsMissing, z.string().default('/api/comments')),
  SITE_HOST: z.preprocess(blankAsMissing, z.string().default('127.0.0.1')),
  SITE_PORT: z.preprocess(
    blankAsMissing,
    z.coerce
      .number({ error: 'must be a port number, 0 to 65535' })
      .int()
      .min(0)
      .max(65_535)
      .default(4321),
  ),
  DATA_DIR: z.preprocess(blankAsMissing, z.string().default('.data')),
  SANITY_PROJECT_ID: z.preprocess(blankAsMissing, z.string().default('lymphwise')),
  SANITY_DATASET: z.preprocess(blankAsMissing, z.string().default('production')),
  SANITY_API_HOST: z.preprocess(
    blankAsMissing,
    z.url({ error: 'must be a full address' }).optional(),
  ),
  SANITY_API_TOKEN: z.preprocess(blankAsMissing, z.string().optional()),
});

/**
 * Reads the site's configuration from environment variables.
 *
 * @throws Error naming each wrong variable and what to set it to.
 */
export function parseSiteConfig(env: Readonly<Record<string, string | undefined>>): SiteConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(`The environment is not usable: ${mistakes.join('; ')}. See .env.example.`);
  }
  const { data } = parsed;
  return {
    siteUrl: (data.SITE_URL ?? `http://localhost:${data.SITE_PORT}`).replace(/\/+$/, ''),
    commentsUrl: data.COMMENTS_URL,
    host: data.SITE_HOST,
    port: data.SITE_PORT,
    dataDir: data.DATA_DIR,
    projectId: data.SANITY_PROJECT_ID,
    dataset: data.SANITY_DATASET,
    sanityApiHost: data.SANITY_API_HOST,
    apiToken: data.SANITY_API_TOKEN,
  };
}

export const siteConfig: SiteConfig = parseSiteConfig(process.env);
export const { siteUrl, commentsUrl } = siteConfig;
