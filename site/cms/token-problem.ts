import { ClientError, createClient } from '@sanity/client';
import { createWriter } from './client.ts';
import type { SiteConfig } from './parse-site-config.ts';

const TIMEOUT_MS = 10_000;

/** By the status of the store's answer. */
const REFUSALS: ReadonlyMap<number, string> = new Map([
  [401, 'it does not know it'],
  [403, 'it may not write'],
]);

/**
 * Asks the store whether it takes what the token writes; nothing is written.
 *
 * @returns that it refuses, and what to do; undefined where it takes it, there is no token, or the
 * store does not answer
 */
export async function findTokenProblem(config: SiteConfig): Promise<string | undefined> {
  if (config.apiToken === undefined) return undefined;
  const connection = createWriter(config).config();
  const client = createClient({ ...connection, maxRetries: 0, timeout: TIMEOUT_MS });
  try {
    await client.create({ _id: 'drafts.token-check', _type: 'comment' }, { dryRun: true });
    return undefined;
  } catch (error) {
    const reason = error instanceof ClientError ? REFUSALS.get(error.statusCode) : undefined;
    return reason === undefined
      ? undefined
      : `The store refuses SANITY_API_TOKEN: ${reason}. Set it to a token of this store that may write.`;
  }
}
