import type { Catalogue } from '../cms/catalogue.ts';
import type { DocumentChange, DocumentSource, Following } from '../cms/documents-source.ts';
import { messageOf } from '../message-of.ts';
import { keepsLastGood } from './rejections.ts';

export interface FollowStoreOptions {
  readonly source: Omit<DocumentSource, 'fetchAll'>;
  /** What is known already: only what differs from it is asked for. */
  readonly catalogue: Catalogue;
  /** Told of changes as they come, and after a gap of all that were missed. */
  readonly onChanges: (changes: readonly DocumentChange[]) => void;
  /** Whether changes it was told of have yet to reach the catalogue. */
  readonly isWorking: () => boolean;
  readonly onError: (message: string) => void;
  /** How often to look whether the stream has missed something, in milliseconds. */
  readonly pulseMs?: number;
}

export interface StoreFollowing {
  /** Whether the store may hold more than was told. */
  isBehind(): boolean;
  /** Reads the store anew, soon: something that was told did not arrive. */
  readAgain(): void;
  stop(): void;
}

const RETRY_MS = 1000;
const PULSE_MS = 60_000;

/**
 * Tells of what differs between the store and the catalogue, from now on.
 *
 * After a gap in the stream everything is read anew. A stream that is open and silent, though the store
 * has changed, is opened anew.
 */
export function followStore(options: FollowStoreOptions): StoreFollowing {
  const { source, catalogue, onChanges, isWorking, onError, pulseMs = PULSE_MS } = options;
  /** Ids that the stream told of since the last gap: newer than what is read meanwhile. */
  const told = new Set<string>();
  let behind = true;
  let stopped = false;
  const retries = new Set<NodeJS.Timeout>();

  const tell = (changes: readonly DocumentChange[]): void =>
    onChanges(changes.filter((change) => !keepsLastGood(change, source.rejected)));

  const catchUp = async (): Promise<void> => {
    behind = true;
    try {
      const revisions = await source.fetchRevisions();
      const differing = [...revisions]
        .filter(([id, revision]) => catalogue.revisionOf(id) !== revision)
        .map(([id]) => id);
      const documents = await source.fetchSome(differing);
      const found = new Map(documents.map((doc) => [doc._id, doc]));
      const gone = [...catalogue.documents()].flatMap(({ _id }) =>
        revisions.has(_id) ? [] : [_id],
      );
      const missed = [...differing, ...gone].filter((id) => !told.has(id));
      behind = false;
      tell(missed.map((id) => ({ id, doc: found.get(id) })));
    } catch (error) {
      onError(`The store could not be read: ${messageOf(error)}. Trying again.`);
      again(() => void catchUp());
    }
  };

  const follow = (): Following =>
    source.follow({
      onChanges: (changes) => {
        for (const { id } of changes) told.add(id);
        tell(changes);
      },
      onGap: () => {
        told.clear();
        void catchUp();
      },
      onError: (error) => {
        behind = true;
        onError(`The store's stream broke: ${messageOf(error)}. Trying again.`);
        again(() => {
          following = follow();
        });
      },
    });

  const again = (attempt: () => void): void => {
    if (stopped) return;
    const timer = setTimeout(() => {
      retries.delete(timer);
      attempt();
    }, RETRY_MS);
    retries.add(timer);
  };

  const isSettled = (): boolean => !behind && !isWorking();

  /** Whether the store holds something else than what is known; while it cannot be asked, nobody knows. */
  const hasMissed = async (): Promise<boolean> => {
    const pulse = isSettled() ? await source.fetchPulse().catch(() => undefined) : undefined;
    if (pulse === undefined || !isSettled()) return false;
    const { count, newest } = pulse;
    const { rejected } = source;
    const leftOut = [...rejected.keys()].filter((id) => catalogue.revisionOf(id) === undefined);
    if (count !== catalogue.size + leftOut.length) return true;
    return (
      newest !== null &&
      !rejected.has(newest._id) &&
      catalogue.revisionOf(newest._id) !== newest._rev
    );
  };

  let suspected = false;
  const look = async (): Promise<void> => {
    const missed = await hasMissed();
    // What has just changed may be on its way: it is missed when it has not come by the next look.
    if (missed && suspected && !stopped) {
      onError('The store has changed, and its stream does not tell. Opening it anew.');
      following.stop();
      following = follow();
    }
    suspected = missed && !suspected;
  };
  const pulse = setInterval(() => void look(), pulseMs);
  pulse.unref();

  let following = follow();
  return {
    isBehind: () => behind,
    readAgain() {
      behind = true;
      again(() => void catchUp());
    },
    stop() {
      stopped = true;
      clearInterval(pulse);
      for (const timer of retries) clearTimeout(timer);
      following.stop();
    },
  };
}
