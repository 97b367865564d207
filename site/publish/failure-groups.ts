import type { Failure } from './publisher.ts';

/** Addresses that could not be made for one reason, named after the first. */
export interface FailureGroup extends Failure {
  /** How many addresses it is besides. */
  readonly others: number;
  /** Some of those. */
  readonly examples: readonly string[];
}

const MOST_EXAMPLES = 3;

/** Puts together what failed for the same reason: a document that every page needs is one thing to mend. */
export function groupFailures(failures: Iterable<Failure>): readonly FailureGroup[] {
  const groups = Map.groupBy(failures, ({ message }) => message);
  return [...groups].flatMap(([message, [first, ...others]]) => {
    if (first === undefined) return [];
    const examples = others.slice(0, MOST_EXAMPLES).map(({ path }) => path);
    return { path: first.path, message, others: others.length, examples };
  });
}

/** A line for each reason: `/a/, /b/ and 7 more could not be made, and readers see …: …`. */
export function describeFailures(failures: Iterable<Failure>, isKept: boolean): readonly string[] {
  const kept = isKept ? ', and readers see the last good version' : '';
  return groupFailures(failures).map(({ path, message, others, examples }) => {
    const rest = others - examples.length;
    const named = [path, ...examples].join(', ');
    return `${named}${rest > 0 ? ` and ${rest} more` : ''} could not be made${kept}: ${message}`;
  });
}
