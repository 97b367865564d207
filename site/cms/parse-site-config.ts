import { z } from 'zod';
import { mailFields, missingMailField, toMailConfig, type MailConfig } from './mail-config.ts';

/**
 * Everything the site reads from the environment, checked once.
 *
 * `sanityApiHost` undefined means hosted Sanity: SANITY_PROJECT_ID is set and SANITY_API_HOST is
 * not. With neither, the store is the one on this machine that `npm start` runs.
 * `apiToken` is needed only to write: to deliver comments, to import.
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
  /** How many reverse proxies of our own stand in front: the reader's address is what they tell. */
  readonly proxies: number;
  /** The Studio that may ask how the site is, from the browser. */
  readonly studioOrigin: string | undefined;
  /** How mail is sent; undefined: none is. */
  readonly mail: MailConfig | undefined;
  /** Where the limits of comments are counted; undefined: in memory. */
  readonly commentLimitsRedis: string | undefined;
}

const blankAsMissing = (value: unknown): unknown => (value === '' ? undefined : value);

/** A port from the environment; 0 picks a free one. */
export function portNumber(fallback: number) {
  const number = z.coerce.number({ error: 'must be a port number, 0 to 65535' });
  return z.preprocess(
    blankAsMissing,
    number.int('must be a whole number').min(0).max(65_535).default(fallback),
  );
}

const variables = z.object({
  SITE_URL: z.preprocess(
    blankAsMissing,
    z
      .url({ protocol: /^https?$/, error: 'must be a full address such as https://example.org' })
      .refine(
        (url) => !URL.canParse(url) || new URL(url).pathname === '/',
        'must have no path: the site stands at a root',
      )
      .optional(),
  ),
  COMMENTS_URL: z.preprocess(
    blankAsMissing,
    z
      .string()
      .regex(
        /^(?:\/[^/\\]|https?:\/\/)\S*$/,
        'must be a path such as /api/comments, or a full address',
      )
      .default('/api/comments'),
  ),
  SITE_HOST: z.preprocess(blankAsMissing, z.string().default('127.0.0.1')),
  SITE_PORT: portNumber(4321),
  DATA_DIR: z.preprocess(blankAsMissing, z.string().default('.data')),
  LAKE_PORT: portNumber(3999),
  SANITY_PROJECT_ID: z.preprocess(
    blankAsMissing,
    z
      .string()
      .regex(/^[a-z0-9-]+$/i, 'must be a project id such as 3do82whm: letters, digits and “-”')
      .optional(),
  ),
  SANITY_DATASET: z.preprocess(
    blankAsMissing,
    z
      .string()
      .regex(
        /^~?[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/,
        'must be a name such as production: at most 64 small letters and digits, with “-” and “_” between them',
      )
      .default('production'),
  ),
  SANITY_API_HOST: z.preprocess(
    blankAsMissing,
    z.url({ error: 'must be a full address' }).optional(),
  ),
  SANITY_API_TOKEN: z.preprocess(blankAsMissing, z.string().optional()),
  TRUST_PROXY: z.preprocess(
    blankAsMissing,
    z.coerce
      .number({ error: 'must be how many proxies of yours stand in front, such as 1' })
      .int('must be a whole number')
      .min(0)
      .max(9)
      .default(0),
  ),
  STUDIO_URL: z.preprocess(
    blankAsMissing,
    z.url({ protocol: /^https?$/, error: 'must be the full address of the Studio' }).optional(),
  ),
  COMMENT_LIMITS_REDIS: z.preprocess(
    blankAsMissing,
    z
      .url({
        protocol: /^rediss?$/,
        hostname: /./,
        error: 'must be an address such as redis://localhost:6379',
      })
      .optional(),
  ),
  ...mailFields,
});

const environment = variables.superRefine((data, context) => {
  const missing = missingMailField(data);
  if (missing === undefined) return;
  const other = missing === 'SMTP_URL' ? 'MAIL_FROM' : 'SMTP_URL';
  const message = `is missing: mail needs it beside ${other}. Set both, or neither to send no mail`;
  context.addIssue({ code: 'custom', path: [missing], message });
});

/** A wrong variable, as zod tells it. */
type Mistake = { readonly path: readonly PropertyKey[]; readonly message: string };

/**
 * Reads the site's configuration from environment variables.
 *
 * @param others mistakes found elsewhere, to be told together with these
 *
 * @throws Error naming each wrong variable and what to set it to.
 */
export function parseSiteConfig(
  env: Readonly<Record<string, string | undefined>>,
  others: readonly Mistake[] = [],
): SiteConfig {
  const parsed = environment.safeParse(env);
  const mistakes = [...(parsed.error?.issues ?? []), ...others];
  if (!parsed.success || mistakes.length > 0) {
    const each = mistakes.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new Error(`The environment is not usable: ${[...new Set(each)].join('; ')}.`);
  }
  const { data } = parsed;
  const isHosted = data.SANITY_PROJECT_ID !== undefined;
  return {
    siteUrl: (data.SITE_URL ?? `http://localhost:${data.SITE_PORT}`).replace(/\/+$/, ''),
    commentsUrl: data.COMMENTS_URL,
    host: data.SITE_HOST,
    port: data.SITE_PORT,
    dataDir: data.DATA_DIR,
    projectId: data.SANITY_PROJECT_ID ?? 'lymphwise',
    dataset: data.SANITY_DATASET,
    sanityApiHost:
      data.SANITY_API_HOST ?? (isHosted ? undefined : `http://127.0.0.1:${data.LAKE_PORT}`),
    apiToken: data.SANITY_API_TOKEN,
    proxies: data.TRUST_PROXY,
    studioOrigin: data.STUDIO_URL && new URL(data.STUDIO_URL).origin,
    mail: toMailConfig(data),
    commentLimitsRedis: data.COMMENT_LIMITS_REDIS,
  };
}
