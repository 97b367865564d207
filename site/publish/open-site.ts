import { basename } from 'node:path';
import { Catalogue } from '../cms/catalogue.ts';
import type { DocumentSource } from '../cms/documents-source.ts';
import { loadCompiledSite } from './compiled-site.ts';
import { describeFailures } from './failure-groups.ts';
import { keepPage } from './files.ts';
import { generateApart } from './generate-apart.ts';
import { generateSite } from './generate.ts';
import type { Progress } from './progress.ts';
import type { Failure, PublisherOptions } from './publisher.ts';
import { lastGoodOf } from './rejections.ts';
import type { Releases } from './releases.ts';
import type { Snapshot } from './snapshot.ts';

export interface OpenSiteOptions {
  readonly source: DocumentSource;
  readonly releases: Releases;
  readonly snapshot: Snapshot;
  /** Settings that pages show: others need other files. */
  readonly settings: readonly string[];
  readonly now: () => Date;
  readonly log: (line: string) => void;
  /** Ends it, before anything is served. */
  readonly signal: AbortSignal;
  /** Told now and then how many of the pages are written. */
  readonly onProgress: Progress;
}

/** A site that publishing can go on with. */
export interface OpenedSite extends PublisherOptions {
  /** Pages that could not be made. */
  readonly failed: readonly Failure[];
}

/** From here on processes of their own are worth their start. */
const MANY_DOCUMENTS = 2000;

/**
 * Brings the files of the site to where publishing can go on from.
 *
 * Files that the last run made from the same code and settings are taken over, with the documents
 * they show; else everything is written anew into another folder, which is then served.
 *
 * @param compiled what `compileSite` returned
 */
export async function openSite(compiled: string, options: OpenSiteOptions): Promise<OpenedSite> {
  const { releases, snapshot, log } = options;
  const served = releases.current();
  // To read the documents takes time: only where they are of use.
  const isRight = served !== undefined && snapshot.made() === madeFrom(compiled, options);
  const known = isRight ? snapshot.load() : undefined;
  if (served !== undefined && known?.release === basename(served)) {
    log(`Went on with the files of the last run, made from ${known.documents.length} documents`);
    const catalogue = new Catalogue(known.documents, known.now);
    return { site: await loadCompiledSite(compiled), catalogue, dir: served, failed: [] };
  }
  return writeSite(compiled, options);
}

async function writeSite(compiled: string, options: OpenSiteOptions): Promise<OpenedSite> {
  const { source, releases, snapshot, now: clock, signal, log, onProgress } = options;
  const documents = await source.fetchAll(signal);
  // What is broken now is shown as it was, where that is known.
  if (source.rejected.size > 0) {
    documents.push(...lastGoodOf(source.rejected, snapshot.load()?.documents ?? []));
  }
  const now = clock();
  const served = releases.current();
  const dir = await releases.prepare();
  try {
    const task = { compiled, documents, now, dir, onProgress, signal };
    const { files, failed } = await (documents.length > MANY_DOCUMENTS
      ? generateApart({ ...task, processes: 2 })
      : generateSite(task));
    const kept: Failure[] = [];
    const lost: Failure[] = [];
    for (const failure of failed) {
      const isKept = served !== undefined && keepPage(served, dir, failure.path);
      (isKept ? kept : lost).push(failure);
    }
    for (const line of [...describeFailures(kept, true), ...describeFailures(lost, false)])
      log(line);
    const catalogue = new Catalogue(documents, now);
    const site = await loadCompiledSite(compiled);
    signal.throwIfAborted();
    releases.activate(dir);
    const made = madeFrom(compiled, options);
    if (failed.length === 0) snapshot.replace({ documents, made, release: basename(dir), now });
    log(`Wrote ${files - failed.length} of ${files} files`);
    return { site, catalogue, dir, failed };
  } catch (error) {
    onProgress(0, 0);
    if (releases.current() !== dir) await releases.discard(dir);
    throw error;
  }
}

/** What of the code and the settings went into the files. */
export function madeFrom(
  compiled: string,
  { settings }: Pick<OpenSiteOptions, 'settings'>,
): string {
  return [basename(compiled), ...settings].join(' ');
}
