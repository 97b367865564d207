import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { allPaths } from '../cms/all-addresses.ts';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import { loadCompiledSite } from './compiled-site.ts';
import { startGeneratingThread, type ThreadOrder } from './generate-thread.ts';
import { writePaths, type Failure, type PublisherOptions } from './publisher.ts';

export interface GenerateOptions {
  /** What `compileSite` returned. */
  readonly compiled: string;
  readonly documents: readonly Doc[];
  readonly now: Date;
  /** Where the files go; made where it is missing. */
  readonly dir: string;
  /** 1 renders in this thread; more start as many workers. */
  readonly threads: number;
  /** Told now and then how many pages are done. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** What generating did; `files` counts pages, feeds and pictures, not compiled assets. */
export interface Generation {
  readonly files: number;
  readonly failed: readonly Failure[];
}

const PATHS_AT_ONCE = 25;
const DOCUMENTS_AT_ONCE = 500;

/**
 * Writes every file of the site into a folder.
 *
 * Each thread takes some addresses whenever it is done with the last: one that starts later, or has
 * less of a processor, writes fewer.
 */
export async function generateSite(options: GenerateOptions): Promise<Generation> {
  const { compiled, documents, now, dir, threads, onProgress } = options;
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
  // They load their code while the catalogue is made here; nothing is handed out before that is done.
  const others = Array.from({ length: threads - 1 }, () =>
    startGeneratingThread({ compiled, now, dir }, ordersFor(documents, take), note),
  );
  try {
    const catalogue = new Catalogue(documents, now);
    paths = [...allPaths(catalogue)];
    const site = await loadCompiledSite(compiled);
    const writeShare = async (): Promise<void> => {
      for (let some = take(); some.length > 0; some = take()) {
        note(some.length, await writeSome({ site, catalogue, dir }, some));
      }
    };
    await Promise.all([writeShare(), ...others.map(({ finished }) => finished)]);
  } finally {
    // Where one thread has failed, the others need not go on.
    taken = paths.length;
    await Promise.all(others.map((thread) => thread.end()));
  }
  return { files: paths.length, failed };
}

/** Writes the files of these addresses. @returns those that could not be made */
export async function writeSome(
  publisher: PublisherOptions,
  paths: readonly string[],
): Promise<readonly Failure[]> {
  const { failed, missing } = await writePaths(publisher, paths);
  return [...failed, ...missing.map((path) => ({ path, message: 'There is no such page.' }))];
}

/** What a thread is to do next: take in all documents, then write addresses until none is left. */
function ordersFor(
  documents: readonly Doc[],
  take: () => readonly string[],
): () => ThreadOrder | undefined {
  let sent = 0;
  return () => {
    if (sent < documents.length) {
      const some = documents.slice(sent, sent + DOCUMENTS_AT_ONCE);
      sent += some.length;
      // Some at a time: all of them as JSON are half as large again as the documents.
      return { documents: JSON.stringify(some) };
    }
    const paths = take();
    return paths.length > 0 ? { paths } : undefined;
  };
}
