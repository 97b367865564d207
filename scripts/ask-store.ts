import { createClient, type SanityClient } from '@sanity/client';
import { createReader } from '../site/cms/client.ts';
import { findTokenProblem } from '../site/cms/token-problem.ts';
import type { Environment } from './environment.ts';

/**
 * Asks the store for its content, before work begins that would answer with where in its code it failed.
 *
 * @returns whether it holds a publication
 * @throws Error when it does not answer: where it was looked for, and what to do
 */
export async function askStore(config: Environment): Promise<boolean> {
  // Made anew: of a client that is there already, `withConfig` cannot change this.
  const client = createClient({ ...createReader(config).config(), maxRetries: 0 });
  try {
    return await holdsContent(client);
  } catch (error) {
    const { cause } = error instanceof Error ? error : { cause: undefined };
    const [reason] = String(cause instanceof Error ? cause.message : error).split('\n');
    const advice = config.embedded
      ? 'Start it with npm start, and run this in another terminal; DATA_DIR names another folder, LAKE_PORT another port.'
      : 'Set SANITY_PROJECT_ID and SANITY_DATASET, or SANITY_API_HOST, to a store that does.';
    throw new Error(`The store at ${toPlace(config)} does not answer (${reason}). ${advice}`, {
      cause: error,
    });
  }
}

/**
 * The same for those who write.
 *
 * @throws Error also where the store refuses the token
 */
export async function askStoreToWrite(config: Environment): Promise<void> {
  await askStore(config);
  const problem = await findTokenProblem(config);
  if (problem !== undefined) throw new Error(problem);
}

/** Whether anything of a publication is there, though editors may have taken some of it away. */
export async function holdsContent(client: SanityClient): Promise<boolean> {
  const query = `count(*[_type in ["settings", "article", "technique", "source"]])`;
  return (await client.fetch<number>(query)) > 0;
}

/** Where the store is looked for. */
export function toPlace({ sanityApiHost, projectId }: Environment): string {
  return sanityApiHost ?? `hosted Sanity (project ${projectId})`;
}
