import { createClient, type SanityClient } from '@sanity/client';
import type { SiteConfig } from './parse-site-config.ts';

const API_VERSION = '2026-05-01';

/**
 * A client that sees what the public sees: no token, published documents only.
 */
export function createReader(config: SiteConfig): SanityClient {
  return createClient({ ...connection(config), perspective: 'published' });
}

/**
 * A client that may write: it carries the token.
 *
 * @throws Error when SANITY_API_TOKEN is missing.
 */
export function createWriter(config: SiteConfig): SanityClient {
  if (config.apiToken === undefined) {
    throw new Error(
      'Nothing can be written to the store without a token. Set SANITY_API_TOKEN to one that may write.',
    );
  }
  return createClient({ ...connection(config), token: config.apiToken, perspective: 'raw' });
}

function connection(config: SiteConfig) {
  return {
    projectId: config.projectId,
    dataset: config.dataset,
    apiVersion: API_VERSION,
    useCdn: false,
    ...(config.sanityApiHost === undefined
      ? {}
      : { apiHost: config.sanityApiHost, useProjectHostname: false }),
  };
}
