import { randomUUID } from 'node:crypto';
import { isObject } from '../json.ts';
import type { Filter } from '../query/job.ts';
import type { Constraint } from '../query/constraint.ts';
import type { Pool } from '../query/pool.ts';
import type { Question } from '../query/evaluate.ts';
import { isPublicId, toPublishedId } from '../store/document.ts';
import type { Doc } from '../store/document.ts';
import type { Committed, LoggedChange } from '../store/log.ts';
import { toFrame, toMutationFrames, toTransition } from './event.ts';
import type { EventOptions, Sighting } from './event.ts';
import { createRecent } from './recent.ts';
import { openEventStream } from './stream.ts';
import type { EventStream } from './stream.ts';

export interface Subscription {
  question: Question;
  options: EventOptions;
  publicOnly: boolean;
  versions: boolean;
  /** The event this client saw last, when it wants the ones it missed. */
  resumeAfter: string | undefined;
}

/** Everybody who waits for changes. */
export interface Listeners {
  /** Registers, then greets: nothing committed after the greeting is missed. `drop` cuts the connection. */
  open(subscription: Subscription, drop: () => void): Promise<ReadableStream<Uint8Array>>;
  /** A stream that only greets and stays open, for clients that wait for nothing we have. */
  openIdle(drop: () => void): ReadableStream<Uint8Array>;
  hear(transaction: Committed): void;
  size(): number;
  close(): void;
}

interface Listener extends Subscription {
  filter: Filter;
  stream: EventStream;
  /** The end of the queue: a filter that needs a worker must not let later events overtake. */
  tail: Promise<void> | undefined;
}

const KEEP_ALIVE = 15_000;

export function createListeners(pool: Pool): Listeners {
  const listeners = new Set<Listener>();
  const streams = new Set<EventStream>();
  const recent = createRecent();
  const timer = setInterval(() => {
    for (const stream of streams) stream.send(':\n\n');
  }, KEEP_ALIVE);
  timer.unref();

  const openStream = (drop: () => void, onClose: () => void): EventStream => {
    const stream = openEventStream(() => {
      streams.delete(stream);
      onClose();
    }, drop);
    streams.add(stream);
    stream.send(':\nretry: 1000\n\n');
    return stream;
  };

  const deliver = (listener: Listener, transaction: Committed, after?: string): void => {
    const send = (sightings: readonly Sighting[]): void => {
      const frames = toMutationFrames(transaction, sightings, listener.options);
      const seen = sightings.findIndex(({ change }) => change.id === after);
      if (frames.length > seen + 1) listener.stream.send(frames.slice(seen + 1).join(''));
    };
    const concerned = transaction.changes.filter((change) => isConcerned(listener, change));
    if (concerned.length === 0) return;
    if (listener.filter.exact && listener.tail === undefined) {
      send(concerned.flatMap((change) => toSighting(change, exactMatch(listener, change))));
      return;
    }
    const before = listener.tail;
    const sendInTurn = async (): Promise<void> => {
      await before;
      try {
        send(await askMatches(pool, listener, concerned));
      } catch {
        const description = 'The filter of this listener could not be evaluated.';
        listener.stream.send(toFrame('channelError', JSON.stringify({ error: { description } })));
        listener.stream.close();
      }
      if (listener.tail === tail) listener.tail = undefined;
    };
    const tail = sendInTurn();
    listener.tail = tail;
  };

  return {
    async open(subscription, drop) {
      const { question, resumeAfter } = subscription;
      const filter = parseFilter(await pool.run({ kind: 'filter', question }));
      const stream = openStream(drop, () => listeners.delete(listener));
      const listener: Listener = { ...subscription, filter, stream, tail: undefined };
      listeners.add(listener);
      const missed = resumeAfter === undefined ? undefined : recent.after(resumeAfter);
      if (missed !== undefined) {
        stream.send(toFrame('welcomeback', JSON.stringify({ listenerName: randomUUID() })));
        for (const { transaction, after } of missed) deliver(listener, transaction, after);
      } else if (resumeAfter === undefined) {
        stream.send(toFrame('welcome', JSON.stringify({ listenerName: randomUUID() })));
      } else {
        stream.send(toFrame('reset', '{}'));
      }
      return stream.body;
    },
    openIdle(drop) {
      const stream = openStream(drop, () => undefined);
      stream.send(toFrame('welcome', '{}'));
      return stream.body;
    },
    hear(transaction) {
      recent.add(transaction);
      for (const listener of listeners) deliver(listener, transaction);
    },
    size: () => listeners.size,
    close() {
      clearInterval(timer);
      for (const stream of streams) stream.close();
    },
  };
}

function parseFilter(json: string): Filter {
  const value: unknown = JSON.parse(json);
  const given = isObject(value) ? value['constraint'] : undefined;
  return {
    exact: isObject(value) && value['exact'] === true,
    constraint: isConstraint(given) ? given : undefined,
  };
}

function isConstraint(value: unknown): value is Constraint {
  return isObject(value) && typeof value['kind'] === 'string' && Array.isArray(value['values']);
}

function isConcerned(listener: Listener, change: LoggedChange): boolean {
  if (listener.publicOnly && !isPublicId(change.id)) return false;
  if (!listener.versions && change.id.startsWith('versions.')) return false;
  const { constraint } = listener.filter;
  return fits(constraint, change.before) || fits(constraint, change.after);
}

function exactMatch(listener: Listener, change: LoggedChange): [boolean, boolean] {
  const { constraint } = listener.filter;
  return [fits(constraint, change.before), fits(constraint, change.after)];
}

function fits(constraint: Constraint | undefined, doc: Doc | null): boolean {
  if (doc === null) return false;
  switch (constraint?.kind) {
    case 'ids':
      return constraint.values.includes(doc._id);
    case 'types':
      return constraint.values.includes(doc._type);
    case 'versionsOf':
      return constraint.values.includes(toPublishedId(doc._id));
    default:
      return true;
  }
}

function toSighting(change: LoggedChange, [before, after]: [boolean, boolean]): Sighting[] {
  const transition = toTransition(before, after);
  return transition === undefined ? [] : [{ change, transition }];
}

async function askMatches(
  pool: Pool,
  listener: Listener,
  changes: readonly LoggedChange[],
): Promise<Sighting[]> {
  const { question, filter } = listener;
  if (filter.exact) {
    return changes.flatMap((change) => toSighting(change, exactMatch(listener, change)));
  }
  const docs = changes.flatMap(({ before, after }) => [before, after]);
  const answer: unknown = JSON.parse(await pool.run({ kind: 'match', question, docs }));
  const held = Array.isArray(answer) ? answer : [];
  return changes.flatMap((change, index) =>
    toSighting(change, [held[index * 2] === true, held[index * 2 + 1] === true]),
  );
}
