import { dataFailure } from '../failure.ts';
import { findJsonTrouble } from '../json.ts';

/** Deeper than any real document; shallow enough for every recursive function on the way. */
const MAX_DEPTH = 100;

/** A 400 for a body that no retry can make right. */
export function invalid(description: string): Error {
  return dataFailure(400, 'validationError', description);
}

/** Checks a decoded body for what no document may hold. Throws a 400. */
export function checkJson(value: unknown): void {
  const trouble = findJsonTrouble(value, MAX_DEPTH);
  if (trouble === 'too-deep') {
    throw invalid(`The body is nested deeper than ${MAX_DEPTH} levels. Flatten it.`);
  }
  if (trouble === 'reserved-key') {
    throw invalid('A key is called __proto__, hasOwnProperty or then. Rename it.');
  }
}
