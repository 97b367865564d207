import { basename, resolve } from 'node:path';
import { Catalogue } from '../cms/catalogue.ts';
import type { DocumentSource } from '../cms/documents-source.ts';
import type { KeptPictures } from '../pictures/kept-pictures.ts';
import { compileSite } from './compile.ts';
import { loadCompiledSite } from './compiled-site.ts';
import { generateSite } from './generate.ts';
import { keepPage } from './files.ts';
import { linkPictures } from './picture-room.ts';
import type { Failure, PublisherOptions } from './publisher.ts';
import type { Releases } from './releases.ts';
import type { Snapshot } from './snapshot.ts';

export interface OpenSiteOptions {
  readonly source: DocumentSource;
  /** Where compiled sites are kept. */
  readonly compiledDir: string;
  readonly releases: Releases;
  readonly snapshot: Snapshot;
  /** Settings that pages show: others need other files. */
  readonly settings: readonly string[];
  /** Pictures are made once for all releases. */
  readonly pictures: KeptPictures;
  readonly now: () => Date;
  readonly log: (line: string) => void;
}

/** A site that publishing can go on with. */
export interface OpenedSite extends PublisherOptions {
  /** Pages that could not be made. */
  readonly failed: readonly Failure[];
}

/** From here on a second thread is worth its start. */
const MANY_DOCUMENTS = 2000;

/**
 * Brings the files of the site to where publishing can go on from.
 *
 * Files that the last run made from the same code and settings are taken over, with the documents
 * they show; else everything is written anew into another folder, which is then served.
 */
export async function openSite(options: OpenSiteOptions): Promise<OpenedSite> {
  const { releases, snapshot, log } = options;
  const compiled = await compileSite(resolve(options.compiledDir));
  const made = [basename(compiled), ...options.settings].join(' ');
  const known = snapshot.load();
  const served = releases.current();
  if (known?.made === made && served !== undefined && known.release === basename(served)) {
    log(`Went on with the files of the last run, made from ${known.documents.length} documents`);
    const catalogue = new Catalogue(known.documents, known.now);
    return { site: await loadCompiledSite(compiled), catalogue, dir: served, failed: [] };
  }
  return writeSite(options, compiled, made);
}

async function writeSite(
  { source, releases, snapshot, pictures, now: clock, log }: OpenSiteOptions,
  compiled: string,
  made: string,
): Promise<OpenedSite> {
  const documents = await source.fetchAll();
  const now = clock();
  const served = releases.current();
  const dir = releases.prepare();
  linkPictures(dir, pictures);
  const threads = documents.length > MANY_DOCUMENTS ? 2 : 1;
  const onProgress = progressOf(log);
  const { files, failed } = await generateSite({
    compiled,
    documents,
    now,
    dir,
    threads,
    onProgress,
  });
  for (const { path, message } of failed) {
    const kept = served !== undefined && keepPage(served, dir, path);
    log(`${path} could not be made${kept ? ' and keeps its last good version' : ''}: ${message}`);
  }
  releases.activate(dir);
  if (failed.length === 0) snapshot.replace({ documents, made, release: basename(dir), now });
  log(`Wrote ${files - failed.length} of ${files} files`);
  const catalogue = new Catalogue(documents, now);
  return { site: await loadCompiledSite(compiled), catalogue, dir, failed };
}

/** Tells each tenth of a long work. */
function progressOf(log: (line: string) => void): (done: number, all: number) => void {
  let told = 0;
  return (done, all) => {
    const tenth = Math.floor((done / all) * 10);
    if (tenth > told && all > MANY_DOCUMENTS) log(`Writing the pages: ${tenth * 10} %`);
    told = Math.max(told, tenth);
  };
}
