import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { allPaths } from '../cms/all-addresses.ts';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import { messageOf } from '../message-of.ts';
import { isPicturePath } from '../pictures/picture-cache.ts';
import { loadCompiledSite } from './compiled-site.ts';
import { fileOf, writeNewPage, writePage } from './files.ts';
import type { Failure, PublisherOptions } from './publisher.ts';
import { renderPath } from './render.ts';

export interface GenerateOptions {
  /** What `compileSite` returned. */
  readonly compiled: string;
  readonly documents: readonly Doc[];
  readonly now: Date;
  /** Where the files go: a folder that nobody reads yet, made where it is missing. */
  readonly dir: string;
  /** Told now and then how many pages are done. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Ends it between two pages: some of the files are there then. */
  readonly signal?: AbortSignal;
}

/** What generating did; `files` counts pages, feeds and pictures, not compiled assets. */
export interface Generation {
  readonly files: number;
  readonly failed: readonly Failure[];
}

/** After so many pages others have their turn, and are told how far it is. */
export const PATHS_AT_ONCE = 25;

/** Writes every file of the site into a folder, in this process: for a few hundred of them. */
export async function generateSite(options: GenerateOptions): Promise<Generation> {
  const { compiled, documents, now, dir, onProgress, signal } = options;
  layOutAssets(compiled, dir);
  const catalogue = new Catalogue(documents, now);
  const paths = [...allPaths(catalogue)];
  const site = await loadCompiledSite(compiled);
  const failed: Failure[] = [];
  for (let done = 0; done < paths.length; done += PATHS_AT_ONCE) {
    const some = paths.slice(done, done + PATHS_AT_ONCE);
    failed.push(...(await writeSome({ site, catalogue, dir }, some, signal)));
    onProgress?.(done + some.length, paths.length);
  }
  return { files: paths.length, failed };
}

/** Puts what was compiled for browsers into the folder of a site. */
export function layOutAssets(compiled: string, dir: string): void {
  mkdirSync(dir, { recursive: true });
  cpSync(join(compiled, 'client'), dir, { recursive: true });
}

/**
 * Writes the files of these addresses.
 *
 * @returns those that could not be made
 * @throws Error when `signal` ends it
 */
export async function writeSome(
  { site, catalogue, dir }: PublisherOptions,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Failure[]> {
  site.installCatalogue(catalogue);
  const failed: Failure[] = [];
  await nextTurn();
  for (const path of paths) {
    signal?.throwIfAborted();
    // Pictures are shared with the folder that is served, and named after what they show.
    if (isPicturePath(path) && existsSync(fileOf(dir, path))) continue;
    try {
      const bytes = await renderPath(site, path);
      if (bytes === undefined) throw new Error('There is no such page.');
      if (isPicturePath(path)) writePage(dir, path, bytes);
      else writeNewPage(dir, path, bytes);
    } catch (error) {
      failed.push({ path, message: messageOf(error) });
    }
  }
  return failed;
}
