import { basename, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DocumentChange, DocumentSource } from '../cms/documents-source.ts';
import type { SiteConfig } from '../cms/parse-site-config.ts';
import { messageOf } from '../message-of.ts';
import { openPictures } from '../pictures/kept-pictures.ts';
import { pictureNamed } from '../pictures/picture-files.ts';
import { sweepPictures } from '../pictures/sweep-pictures.ts';
import { startBehind } from './behind.ts';
import { startCodeChanges, type CodeChanges } from './code-changes.ts';
import { compileSite, sweepCompiled } from './compile.ts';
import { compileOrKeep } from './compile-or-keep.ts';
import { addressesOf, startLiveSite, type LiveSite, type LiveSiteOptions } from './live-site.ts';
import { openSite, type OpenedSite } from './open-site.ts';
import type { Progress } from './progress.ts';
import type { Failure, PublisherOptions } from './publisher.ts';
import type { Releases } from './releases.ts';
import { renewSite } from './renew-site.ts';
import type { Snapshot } from './snapshot.ts';
import { readSources, ROOT, SOURCE_FILES, SOURCE_FOLDERS } from './sources.ts';
import { watchFolders } from './watch-folders.ts';

export interface RunSiteOptions extends Required<Pick<LiveSiteOptions, 'onMoved'>> {
  readonly config: SiteConfig;
  readonly source: DocumentSource;
  readonly releases: Releases;
  readonly snapshot: Snapshot;
  /** Ends the opening. */
  readonly signal: AbortSignal;
  /** Told which addresses a round of publishing was about, and which documents. */
  readonly onPublished: (addresses: readonly string[], changes: readonly DocumentChange[]) => void;
  /** Told now and then how many pages are written, while all of them are. */
  readonly onProgress: Progress;
  readonly log: (line: string) => void;
}

/** A site that is written, and kept up to date with what is published and with its own code. */
export interface RunningSite {
  /** Renders with the newest code, also when that has changed since. */
  readonly publisher: PublisherOptions;
  readonly live: LiveSite;
  /** Pictures that could not be made. */
  readonly pictureFailures: ReadonlyMap<string, Failure>;
  /** Why the newest code is not used, where it is not. */
  codeProblem(): string | undefined;
  close(): Promise<void>;
}

const RETRY_MS = 1000;
/** The start does not wait for the watch over the code. */
const WATCH_AFTER_MS = 1000;

const now = (): Date => new Date();

/**
 * Compiles the site, writes it where it is not written yet, and keeps it up to date.
 *
 * @throws Error when `signal` ends it
 */
export async function runSite(options: RunSiteOptions): Promise<RunningSite> {
  const { config, source, releases, snapshot, signal, onPublished, onMoved, log } = options;
  const { dataDir, sanityApiHost, siteUrl, commentsUrl, mail } = config;
  const compiledDir = resolve(dataDir, 'site/compiled');
  const pictures = openPictures(config);
  // The form offers mail only where there is some.
  const settings = [siteUrl, commentsUrl, mail === undefined ? 'no mail' : 'mail'];
  const opening = { ...options, settings, now };

  const first = await compileOrKeep(compiledDir, snapshot, signal, log);
  const opened = await openSoon(() => openSite(first.compiled, opening), options);
  const { catalogue } = opened;
  let { site, dir } = opened;
  let compiled = first.compiled;

  const behind = startBehind({
    catalogue,
    dir,
    pictures,
    drawing: { dataDir, sanityApiHost },
    isBusy: () => !live.isCurrent(),
    log,
  });
  const live = startLiveSite({
    ...opened,
    source,
    snapshot,
    now,
    onMoved,
    onError: log,
    onPublished: (publication, milliseconds, changes) => {
      behind.published(publication);
      onPublished(addressesOf(publication), changes);
      const count = publication.written.length + publication.removed.length;
      if (count > 0) log(`Published ${count} files in ${Math.round(milliseconds)} ms`);
    },
  });

  const tidy = async (...used: readonly string[]): Promise<void> => {
    try {
      await releases.sweep();
      await sweepCompiled(compiledDir, used);
      // A page that could not be made anew may show what only its last version shows.
      if (live.failures.size > 0) return;
      const isShown = (path: string): boolean => pictureNamed(path, catalogue) !== undefined;
      await sweepPictures(pictures.cache.dir, isShown, now());
    } catch (error) {
      log(`What is not used any more could not be removed: ${messageOf(error)}`);
    }
  };
  let tidying = tidy(compiled);

  const renew = async (ending: AbortSignal): Promise<string> => {
    await tidying;
    const next = await compileSite(compiledDir, ending);
    if (next === compiled) return basename(next);
    let leaving: Promise<void> | undefined;
    const onServed = (made: Pick<OpenedSite, 'site' | 'dir'>): void => {
      ({ site, dir } = made);
      leaving = behind.moveTo(dir);
    };
    await renewSite(next, { ...opening, catalogue, live, signal: ending, onServed });
    await leaving;
    // Whoever takes a change back has the pages of before at once.
    tidying = tidy(next, compiled);
    compiled = next;
    return basename(next);
  };

  let changes: CodeChanges | undefined;
  let watching: { close(): void } | undefined;
  const watchCode = (): void => {
    const { problem } = first;
    changes = startCodeChanges({
      served: basename(compiled),
      problem,
      read: readSources,
      renew,
      log,
    });
    watching = watchFolders({
      folders: SOURCE_FOLDERS.map((folder) => join(ROOT, folder)),
      files: { folder: ROOT, names: SOURCE_FILES },
      onChange: () => changes?.look(),
      onError: (error) => log(`Changes of the code may not be noticed: ${messageOf(error)}`),
    });
    if (problem === undefined) changes.look();
  };
  const watchSoon = setTimeout(watchCode, WATCH_AFTER_MS);

  return {
    live,
    pictureFailures: behind.failures,
    publisher: {
      catalogue,
      site: {
        installCatalogue: (other) => site.installCatalogue(other),
        render: (path, locals) => site.render(path, locals),
      },
      get dir() {
        return dir;
      },
    },
    codeProblem: () => (changes === undefined ? first.problem : changes.problem()),
    async close() {
      clearTimeout(watchSoon);
      watching?.close();
      live.stop();
      await changes?.close();
      await behind.close();
    },
  };
}

/** Opens as often as it takes: the store may come later than the site. */
async function openSoon(
  open: () => Promise<OpenedSite>,
  { signal, log }: Pick<RunSiteOptions, 'signal' | 'log'>,
): Promise<OpenedSite> {
  let told: string | undefined;
  for (;;) {
    try {
      // It ends by the signal too, and clears away what it has begun.
      return await open();
    } catch (error) {
      signal.throwIfAborted();
      const problem = messageOf(error);
      if (problem !== told) log(`The site could not be written: ${problem}. Trying again.`);
      told = problem;
      await delay(RETRY_MS, undefined, { signal });
    }
  }
}
