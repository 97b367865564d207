import { setTimeout as delay } from 'node:timers/promises';
import type { SanityClient } from '@sanity/client';
import { isTaken } from '../cms/all-addresses.ts';
import type { Catalogue } from '../cms/catalogue.ts';
import type { Move } from '../cms/led-addresses.ts';
import { messageOf } from '../message-of.ts';
import { planRedirects, type PlannedRedirect } from './moved.ts';

export interface RedirectWriterOptions {
  /** May write. */
  readonly client: SanityClient;
  readonly catalogue: Catalogue;
  readonly log: (line: string) => void;
  /** Ends it: what is not written yet stays unwritten, and unsettled. */
  readonly signal: AbortSignal;
  /** How long to wait after so many failures, in milliseconds. */
  readonly backoff?: (failures: number) => number;
}

/** Settles when the store has the redirects that these moves ask for, however long that takes. */
export type WriteRedirects = (moves: readonly Move[]) => Promise<void>;

/** What was written and has not come back yet; no redirect where one was removed. */
interface Written {
  readonly redirect: PlannedRedirect | undefined;
  /** The revision that the catalogue had then. */
  readonly before: string | undefined;
}

const LONGEST_MS = 60_000;

/**
 * Writes the redirects that moves ask for into the store, where editors see them, as often as it takes.
 *
 * They come back by the stream like any document. Until they do, the next moves are planned with them in
 * mind: a page that moves twice in a second leaves no chain behind.
 */
export function createRedirectWriter(options: RedirectWriterOptions): WriteRedirects {
  const { client, catalogue, log, signal } = options;
  const backoff = options.backoff ?? ((failures) => Math.min(1000 * 2 ** failures, LONGEST_MS));
  const underway = new Map<string, Written>();
  let last: Promise<void> = Promise.resolve();

  const known = (): readonly PlannedRedirect[] => {
    for (const [id, { before }] of underway) {
      if (catalogue.revisionOf(id) !== before) underway.delete(id);
    }
    const redirects = new Map<string, PlannedRedirect | undefined>(
      catalogue.all('redirect').map((redirect) => [redirect._id, redirect]),
    );
    for (const [id, { redirect }] of underway) redirects.set(id, redirect);
    return [...redirects.values()].filter((redirect) => redirect !== undefined);
  };

  const commit = async (moves: readonly Move[]): Promise<void> => {
    const { put, remove } = planRedirects(moves, known(), (path) => isTaken(catalogue, path));
    const before = new Map(
      [...put.map(({ _id }) => _id), ...remove].map((id) => [id, catalogue.revisionOf(id)]),
    );
    const transaction = client.transaction();
    for (const redirect of put) transaction.createOrReplace(redirect);
    for (const id of remove) transaction.delete(id);
    await transaction.commit({ visibility: 'async' });
    const redirects = new Map(put.map((redirect) => [redirect._id, redirect]));
    for (const [id, revision] of before) {
      underway.set(id, { redirect: redirects.get(id), before: revision });
    }
  };

  const commitAtLast = async (moves: readonly Move[]): Promise<void> => {
    for (let failures = 0; ; failures += 1) {
      try {
        return await commit(moves);
      } catch (error) {
        signal.throwIfAborted();
        const reason = messageOf(error);
        if (failures === 0) {
          log(`A redirect from ${moves[0]?.from} is not written yet: ${reason}. Trying again.`);
        }
        await delay(backoff(failures), undefined, { signal, ref: false });
      }
    }
  };

  return (moves) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    // One after the other: each is planned with what the one before has written.
    last = last.then(() => commitAtLast(moves).then(resolve)).catch(() => undefined);
    return promise;
  };
}
