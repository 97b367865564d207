import { isTaken } from '../cms/all-addresses.ts';
import type { Doc } from '../cms/catalogue.ts';
import type { DocumentChange, DocumentSource } from '../cms/documents-source.ts';
import type { CompiledSite } from './compiled-site.ts';
import { describeFailures } from './failure-groups.ts';
import { keepPage } from './files.ts';
import { followStore } from './follow-store.ts';
import type { Move } from '../cms/led-addresses.ts';
import { messageOf } from '../message-of.ts';
import {
  publishChanges,
  writePaths,
  type Failure,
  type Publication,
  type PublisherOptions,
} from './publisher.ts';
import type { Snapshot } from './snapshot.ts';

export interface LiveSiteOptions extends PublisherOptions {
  /** Pages that could not be made when everything was written. */
  readonly failed?: readonly Failure[];
  readonly source: Omit<DocumentSource, 'fetchAll'>;
  readonly now: () => Date;
  /** Told after each round of publishing, with the time it took in milliseconds. */
  readonly onPublished?: (
    publication: Publication,
    milliseconds: number,
    changes: readonly DocumentChange[],
  ) => void;
  readonly onError: (message: string) => void;
  /** Told of pages that have a new address, once they are there. Settles when their old one leads there. */
  readonly onMoved?: (moves: readonly Move[]) => Promise<void>;
  /** Remembers what is on the disk, for the next start. */
  readonly snapshot?: Pick<Snapshot, 'moves' | 'note' | 'noteMoves' | 'forgetMoves'>;
}

/** Everything made anew from other code, in a folder that nobody is served from yet. */
export interface Replacement {
  readonly site: CompiledSite;
  readonly dir: string;
  readonly failed: readonly Failure[];
}

export interface LiveSite {
  /** Pages that could not be made the last time they were tried. */
  readonly failures: ReadonlyMap<string, Failure>;
  /** Whether the store's stream is open and everything it told is on the disk. */
  isCurrent(): boolean;
  /**
   * Goes over to what `make` makes of the documents, while publishing goes on.
   *
   * What is published meanwhile is written there too; then, between two rounds, `serve` lets readers
   * have it. When either fails, all stays as it was.
   *
   * @throws Error what `make` or `serve` throws, or that the site has stopped
   */
  replace(
    make: (documents: readonly Doc[], now: Date) => Promise<Replacement>,
    serve: (next: Replacement) => void,
  ): Promise<void>;
  stop(): void;
}

/** The longest delay a timer takes; a later publication is waited for in steps. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;
/** So many pages are written while publishing waits; more are, while it goes on. */
const FEW_PAGES = 20;
/** How long until pages that could not be made are tried again. */
const MEND_MS = 30_000;

/**
 * Keeps the site's files up to date with what is published, one round at a time.
 */
export function startLiveSite(options: LiveSiteOptions): LiveSite {
  const { source, catalogue, now, onPublished, onError, onMoved, snapshot } = options;
  /** In their order, and all of them: a page may move twice meanwhile. */
  let waiting: DocumentChange[] = [];
  const failures = new Map((options.failed ?? []).map((failure) => [failure.path, failure]));
  /** Moves that the last run told nobody of in time. */
  const unwritten = [...(snapshot?.moves() ?? [])];
  for (const { moves } of unwritten) catalogue.lead(moves, (path) => isTaken(catalogue, path));
  let place: PublisherOptions = options;
  /** Addresses published since a replacement was begun: it lacks them. */
  let missed: Set<string> | undefined;
  /** What waits for the end of a round. */
  let between: { readonly run: () => Promise<void>; readonly refuse: () => void } | undefined;
  let busy = false;
  let stopped = false;
  let clock: NodeJS.Timeout | undefined;
  let mend: NodeJS.Timeout | undefined;

  /** The newest changes of documents some of whose pages could not be made. */
  const unmended = new Map<string, DocumentChange>();

  const round = async (): Promise<void> => {
    const changes = waiting;
    waiting = [];
    const start = performance.now();
    const at = now();
    const publication = await publishChanges(place, changes, at);
    note(publication);
    onPublished?.(publication, performance.now() - start, changes);
    for (const { id, moves } of unwritten.splice(0)) void writeRedirects(moves, id);
    const { moves } = publication;
    // Before the pages: a start in between sees them move again.
    if (moves.length > 0) void writeRedirects(moves, snapshot?.noteMoves(moves));
    // What could not be made is not noted, nor that its time has come: the next start tries it again.
    if (publication.failed.length > 0) {
      for (const change of changes) unmended.set(change.id, change);
      return;
    }
    for (const { id } of changes) unmended.delete(id);
    snapshot?.note(changes, failures.size === 0 ? at : undefined);
  };

  /** Led from at once, and remembered until the store has the redirects. */
  const writeRedirects = async (moves: readonly Move[], noted?: number): Promise<void> => {
    await onMoved?.(moves);
    if (noted !== undefined && !stopped) snapshot?.forgetMoves(noted);
  };

  const note = (publication: Publication): void => {
    const { written, kept, missing, failed } = publication;
    for (const path of addressesOf(publication)) missed?.add(path);
    for (const path of [...written, ...kept, ...missing]) failures.delete(path);
    report(failed);
    if (failures.size === 0 && unmended.size > 0) {
      snapshot?.note([...unmended.values()], undefined);
      unmended.clear();
    }
    mendLater();
  };

  const mendLater = (): void => {
    clearTimeout(mend);
    // What kept a page from being made may pass by itself: a picture the store did not give, say.
    if (failures.size > 0 && !stopped) mend = setTimeout(() => void mendFailures(), MEND_MS);
  };

  const report = (failed: readonly Failure[]): void => {
    const added = failed.filter(({ path }) => !failures.has(path));
    for (const line of describeFailures(added, true)) onError(line);
    for (const failure of failed) failures.set(failure.path, failure);
  };

  const mendFailures = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      const start = performance.now();
      const publication = await writePaths(place, [...failures.keys()]);
      note(publication);
      onPublished?.(publication, performance.now() - start, []);
    } finally {
      busy = false;
      if (waiting.length > 0 || between !== undefined) void work();
      // A page's time may have come meanwhile.
      else wake();
    }
  };

  const work = async (): Promise<void> => {
    if (busy || stopped) return;
    busy = true;
    try {
      do {
        await round();
        const task = between;
        between = undefined;
        await task?.run();
      } while (waiting.length > 0 || between !== undefined);
    } catch (error) {
      onError(`Publishing failed: ${messageOf(error)}. Reading the store again.`);
      store.readAgain();
    } finally {
      busy = false;
      wake();
    }
  };

  const wake = (): void => {
    clearTimeout(clock);
    const next = catalogue.nextTurn;
    if (next === undefined || stopped) return;
    const wait = Math.min(Math.max(0, next.getTime() - now().getTime()), LONGEST_WAIT_MS);
    clock = setTimeout(() => void work(), wait);
  };

  const betweenRounds = (task: () => Promise<void>): Promise<void> =>
    new Promise((resolve, reject) => {
      const refuse = (): void => reject(new Error('The site has stopped.'));
      between = { run: () => task().then(resolve, reject), refuse };
      if (stopped) refuse();
      else void work();
    });

  const replace: LiveSite['replace'] = async (make, serve) => {
    const lacking = new Set<string>();
    missed = lacking;
    try {
      const next = await make([...catalogue.documents()], catalogue.now);
      const other = { site: next.site, catalogue, dir: next.dir };
      const failed = new Map(next.failed.map((failure) => [failure.path, failure]));
      const bringOver = async (): Promise<void> => {
        const paths = [...lacking];
        lacking.clear();
        for (const path of paths) failed.delete(path);
        for (const failure of (await writePaths(other, paths)).failed) {
          failed.set(failure.path, failure);
          keepPage(place.dir, other.dir, failure.path);
        }
      };
      while (lacking.size > FEW_PAGES) await bringOver();
      await betweenRounds(async () => {
        await bringOver();
        serve({ ...next, failed: [...failed.values()] });
        place = other;
        other.site.installCatalogue(catalogue);
        failures.clear();
        report([...failed.values()]);
        mendLater();
      });
    } finally {
      missed = undefined;
    }
  };

  const isWorking = (): boolean => busy || waiting.length > 0;
  const store = followStore({
    source,
    catalogue,
    isWorking,
    onError,
    onChanges: (changes) => {
      waiting.push(...changes);
      void work();
    },
  });

  return {
    failures,
    isCurrent: () => !store.isBehind() && !isWorking(),
    replace,
    stop() {
      stopped = true;
      between?.refuse();
      clearTimeout(clock);
      clearTimeout(mend);
      store.stop();
    },
  };
}

/** Every address that a publication was about. */
export function addressesOf({ written, kept, removed, missing, failed }: Publication) {
  return [...written, ...kept, ...removed, ...missing, ...failed.map(({ path }) => path)];
}
