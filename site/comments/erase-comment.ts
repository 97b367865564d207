import type { EraseOptions } from '../privacy/erase.ts';
import { carryOutRemoval, planRemoval } from './remove-comment.ts';

/**
 * Erases one comment with its private part, on this machine and in the store, with its past. What is
 * kept about other comments from the same address stays.
 *
 * @throws Error when the store is away; what was begun is finished by the housekeeping
 */
export async function eraseComment(
  id: string,
  { client, erasures, traces, now }: EraseOptions,
): Promise<void> {
  const removal = await planRemoval(client, id);
  erasures.begin([removal], now);
  traces.eraseComments([id]);
  await carryOutRemoval(client, removal);
  erasures.done(id);
}
