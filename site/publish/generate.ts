import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { allPaths } from '../cms/all-addresses.ts';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import { isPicturePath } from '../pictures/picture-cache.ts';
import { loadCompiledSite } from './compiled-site.ts';
import { readDocuments } from './documents-file.ts';
import { fileOf, writeNewPage, writePage } from './files.ts';
import {
  startGeneratingThread,
  type GeneratingThread,
  type ThreadTask,
} from './generate-thread.ts';
import type { Failure, PublisherOptions } from './publisher.ts';
import { renderPath } from './render.ts';

export type GenerateOptions = {
  /** What `compileSite` returned. */
  readonly compiled: string;
  readonly now: Date;
  /** Where the files go: a folder that nobody reads yet, made where it is missing. */
  readonly dir: string;
  /** Told now and then how many pages are done. */
  readonly onProgress?: (done: number, all: number) => void;
} & (InOneThread | InThreads);

interface InOneThread {
  readonly documents: readonly Doc[];
}

interface InThreads {
  /** What `writeDocuments` wrote: each thread reads it. */
  readonly file: string;
  /** This one included. */
  readonly threads: number;
}

/** What generating did; `files` counts pages, feeds and pictures, not compiled assets. */
export interface Generation {
  readonly files: number;
  readonly failed: readonly Failure[];
}

const PATHS_AT_ONCE = 25;

/**
 * Writes every file of the site into a folder.
 *
 * Each thread takes some addresses whenever it is done with the last: one that starts later, or has
 * less of a processor, writes fewer.
 */
export async function generateSite(options: GenerateOptions): Promise<Generation> {
  const { compiled, now, dir, onProgress } = options;
  mkdirSync(dir, { recursive: true });
  cpSync(join(compiled, 'client'), dir, { recursive: true });
  const failed: Failure[] = [];
  let paths: readonly string[] = [];
  let taken = 0;
  let done = 0;
  const take = (): readonly string[] => {
    const some = paths.slice(taken, taken + PATHS_AT_ONCE);
    taken += some.length;
    return some;
  };
  const note = (written: number, failures: readonly Failure[]): void => {
    done += written;
    failed.push(...failures);
    onProgress?.(done, paths.length);
  };
  const others = 'file' in options ? startOthers(options, take, note) : [];
  try {
    // Without a pause: nothing is handed out before the addresses are known.
    const documents = 'file' in options ? readDocuments(options.file) : options.documents;
    const catalogue = new Catalogue(documents, now);
    paths = [...allPaths(catalogue)];
    const site = await loadCompiledSite(compiled);
    for (let some = take(); some.length > 0; some = take()) {
      note(some.length, await writeSome({ site, catalogue, dir }, some));
    }
    await Promise.all(others.map(({ finished }) => finished));
  } finally {
    // Where one thread has failed, the others need not go on.
    taken = paths.length;
    await Promise.all(others.map((thread) => thread.end()));
  }
  return { files: paths.length, failed };
}

function startOthers(
  { compiled, file, now, dir, threads }: ThreadTask & InThreads,
  take: () => readonly string[],
  note: (written: number, failed: readonly Failure[]) => void,
): readonly GeneratingThread[] {
  return Array.from({ length: threads - 1 }, () =>
    startGeneratingThread({ compiled, file, now, dir }, take, note),
  );
}

/** Writes the files of these addresses. @returns those that could not be made */
export async function writeSome(
  { site, catalogue, dir }: PublisherOptions,
  paths: readonly string[],
): Promise<readonly Failure[]> {
  site.installCatalogue(catalogue);
  const failed: Failure[] = [];
  // Other threads ask for addresses meanwhile.
  await nextTurn();
  for (const path of paths) {
    // Pictures are shared with the folder that is served, and named after what they show.
    if (isPicturePath(path) && existsSync(fileOf(dir, path))) continue;
    try {
      const bytes = await renderPath(site, path);
      if (bytes === undefined) throw new Error('There is no such page.');
      if (isPicturePath(path)) writePage(dir, path, bytes);
      else writeNewPage(dir, path, bytes);
    } catch (error) {
      failed.push({ path, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return failed;
}
