import { Mutation as Mutator } from '@sanity/mutator';
import type { Mut } from '@sanity/mutator';
import { isDoc } from './document.ts';
import type { Doc } from './document.ts';
import { checkJson, invalid } from './validation.ts';

/** One mutation on one document, as events and the log carry it. */
export type DocMutation = Mut;

/**
 * Runs a mutation through the same code as the Studio's own copy of the document, so that both end
 * with the same result. Works on copies: neither argument changes.
 */
export function applyMutation(
  before: Doc | null,
  mutation: DocMutation,
  at: { transactionId: string; timestamp: string },
): Doc | null {
  const mutator = new Mutator({
    mutations: [structuredClone(mutation)],
    resultRev: at.transactionId,
    timestamp: at.timestamp,
  });
  const after = runMutator(mutator, before);
  if (after === null) return null;
  if (!isDoc(after)) throw invalid('The patch removes a system field or gives it a wrong type.');
  if (mutation.patch !== undefined) checkJson(after);
  if (
    mutation.patch !== undefined &&
    before !== null &&
    (after._id !== before._id || after._createdAt !== before._createdAt)
  ) {
    throw invalid('A patch may not change _id or _createdAt.');
  }
  return after;
}

function runMutator(mutator: Mutator, before: Doc | null): unknown {
  try {
    return mutator.apply(before === null ? null : { ...before });
  } catch (error) {
    throw invalid(
      `The patch could not be applied: ${error instanceof Error ? error.message : 'unknown reason'}`,
    );
  }
}
