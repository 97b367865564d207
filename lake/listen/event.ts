import type { Committed, LoggedChange } from '../store/log.ts';

/** What a listener asked to be told about each change. */
export interface EventOptions {
  mutations: boolean;
  effects: boolean;
  result: boolean;
  previous: boolean;
  visibility: 'query' | 'transaction';
}

export type Transition = 'appear' | 'update' | 'disappear';

/** One change as one listener sees it. */
export interface Sighting {
  change: LoggedChange;
  transition: Transition;
}

/** How a change looks to a filter that held before and after it; undefined when it held at neither time. */
export function toTransition(before: boolean, after: boolean): Transition | undefined {
  if (before) return after ? 'update' : 'disappear';
  return after ? 'appear' : undefined;
}

/** One frame of an event stream. */
export function toFrame(name: string, data: string, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${data}\n\n`;
}

/**
 * The mutation events of one transaction for one listener, counted within what that listener gets:
 * the Studio holds a form back until it has seen as many as announced.
 */
export function toMutationFrames(
  transaction: Committed,
  sightings: readonly Sighting[],
  options: EventOptions,
): string[] {
  return sightings.map(({ change, transition }, index) => {
    const eventId = `${transaction.transactionId}#${change.id}`;
    // JSON leaves out what is undefined: an event for a new document has no previousRev key at all.
    const head = JSON.stringify({
      eventId,
      documentId: change.id,
      transactionId: transaction.transactionId,
      transition,
      identity: transaction.author,
      previousRev: change.before?._rev,
      resultRev: transaction.transactionId,
      timestamp: transaction.timestamp,
      visibility: options.visibility,
      transactionTotalEvents: sightings.length,
      transactionCurrentEvent: index + 1,
    });
    const body = `${head.slice(0, -1)}${contentOf(change, options)}}`;
    return toFrame('mutation', body, eventId);
  });
}

const written = new WeakMap<LoggedChange, Map<string, string>>();

// Many listeners want the same of a change: it is written as JSON once for each kind of wish.
function contentOf(change: LoggedChange, options: EventOptions): string {
  const key = [options.mutations, options.effects, options.result, options.previous].join();
  const known = written.get(change) ?? new Map<string, string>();
  written.set(change, known);
  const content = known.get(key) ?? writeContent(change, options);
  known.set(key, content);
  return content;
}

function writeContent(change: LoggedChange, options: EventOptions): string {
  const parts: string[] = [];
  if (options.mutations) parts.push(`"mutations":${JSON.stringify(change.mutations)}`);
  if (options.effects) parts.push(`"effects":${JSON.stringify(change.effects)}`);
  if (options.result && change.after !== null) {
    parts.push(`"result":${JSON.stringify(change.after)}`);
  }
  if (options.previous) parts.push(`"previous":${JSON.stringify(change.before)}`);
  return parts.map((part) => `,${part}`).join('');
}
