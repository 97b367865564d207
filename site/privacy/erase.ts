import type { SanityClient } from '@sanity/client';
import { z } from 'zod';

import { carryOutRemoval, planRemoval } from '../comments/remove-comment.ts';
import type { Removal } from '../comments/remove-comment.ts';
import type { Erasures } from './erasures.ts';
import { commentIdsOf, idsOfAll } from './personal-data.ts';

/** What keeps traces of people outside the store. */
export interface Traces {
  /** Comments from this address that are still on this machine, delivered or not. */
  idsOf: (email: string) => readonly string[];
  /** Forgets them. */
  eraseComments: (ids: readonly string[]) => void;
  /** Forgets an address: waiting mail and what is counted about it. */
  eraseAddress: (email: string) => void;
}

export interface EraseOptions {
  /** May write, and sees everything. */
  client: SanityClient;
  erasures: Erasures;
  traces: Traces;
  now: Date;
}

/**
 * Erases everything that was sent with an email address, and what is counted about it.
 *
 * @returns how many comments went
 * @throws Error as `eraseComments` does
 */
export async function eraseAddress(email: string, options: EraseOptions): Promise<number> {
  const { client, traces } = options;
  const ids = [...new Set([...traces.idsOf(email), ...(await commentIdsOf(client, email))])];
  traces.eraseAddress(email);
  await eraseComments(ids, options);
  return ids.length;
}

/**
 * Erases comments with their private parts: on this machine first, so that nothing is delivered behind
 * our back, then in the store with their past. Approved answers of others keep a tombstone to hang on.
 *
 * @throws Error when the store is away; what is left is finished by `resumeErasures`
 */
export async function eraseComments(ids: readonly string[], options: EraseOptions): Promise<void> {
  const { client, erasures, traces, now } = options;
  const removals: Removal[] = [];
  for (const id of ids) removals.push(await planRemoval(client, id));
  removals.sort(answersFirst);
  erasures.begin(removals, now);
  traces.eraseComments(ids);
  await carryOut(removals, options);
}

/** The latest first, so that no place is kept for an answer that is to go as well. */
function answersFirst({ tombstone: one }: Removal, { tombstone: other }: Removal): number {
  if (one === undefined || other === undefined)
    return Number(one !== undefined) - Number(other !== undefined);
  return Date.parse(other.submittedAt) - Date.parse(one.submittedAt) || 0;
}

const presentQuery = `*[_id in $ids]{ _id, removed }`;
const presentShape = z.array(z.object({ _id: z.string(), removed: z.boolean().nullish() }));
const AT_ONCE = 200;

/**
 * Finishes erasures that a fault cut short, and erases again what a backup brought back.
 *
 * @returns how many comments went
 */
export async function resumeErasures(options: EraseOptions): Promise<number> {
  const { client, erasures } = options;
  const unfinished = erasures.unfinished();
  await carryOut(unfinished, options);
  const all = erasures.all();
  const back: string[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const ids = all.slice(from, from + AT_ONCE);
    const asked = ids.flatMap(idsOfAll);
    const found = presentShape.parse(await client.fetch(presentQuery, { ids: asked }));
    const present = new Set(found.flatMap(({ _id, removed }) => (removed ? [] : [_id])));
    for (const id of ids) {
      if (idsOfAll(id).some((each) => present.has(each))) back.push(id);
    }
  }
  if (back.length > 0) await eraseComments(back, options);
  return unfinished.length + back.length;
}

async function carryOut(
  removals: readonly Removal[],
  { client, erasures }: Pick<EraseOptions, 'client' | 'erasures'>,
): Promise<void> {
  for (const removal of removals) {
    await carryOutRemoval(client, removal);
    erasures.done(removal.id);
  }
}
