import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

export interface ReleasesOptions {
  /** Where the folders are kept; made where it is missing. */
  readonly dir: string;
  /** Folders that every release shows under these names; made where they are missing. */
  readonly shared: Readonly<Record<string, string>>;
}

/** Folders of the site, one for each full generation; `current` is a link to the one that is served. */
export interface Releases {
  /** The folder that is served; undefined before the first generation. */
  current(): string | undefined;
  /**
   * A folder for the next generation, empty but for what all releases share.
   *
   * Sweeps first: runs that are interrupted again and again must not fill the disk.
   */
  prepare(): Promise<string>;
  /** Serves a folder from now on, whole; assets of the one before stay for pages already open. */
  activate(dir: string): void;
  /** Removes a folder whose generation came to nothing. */
  discard(dir: string): Promise<void>;
  /** Removes the folders that are not served: earlier ones, and those of runs that were interrupted. */
  sweep(): Promise<void>;
}

/** How long assets stay after they went out of use. */
const KEPT_MS = 24 * 60 * 60_000;

export function openReleases({ dir, shared }: ReleasesOptions): Releases {
  mkdirSync(dir, { recursive: true });
  const link = join(dir, 'current');
  const underway = new Set<string>();
  const current = (): string | undefined =>
    existsSync(link) ? join(dir, readlinkSync(link)) : undefined;
  const sweep = async (): Promise<void> => {
    const served = current();
    for (const name of readdirSync(dir)) {
      const other = join(dir, name);
      if (name === 'current' || other === served || underway.has(other)) continue;
      await rm(other, { recursive: true, force: true });
    }
  };
  return {
    current,
    sweep,
    async prepare() {
      await sweep();
      const next = join(dir, `${Date.now()}-${process.pid}`);
      underway.add(next);
      mkdirSync(next);
      for (const [name, folder] of Object.entries(shared)) {
        mkdirSync(folder, { recursive: true });
        symlinkSync(relative(next, folder), join(next, name));
      }
      return next;
    },
    activate(next) {
      const before = current();
      if (before !== undefined) keepAssets(before, next);
      const temporary = `${link}.new`;
      rmSync(temporary, { force: true });
      symlinkSync(basename(next), temporary);
      renameSync(temporary, link);
      underway.delete(next);
    },
    async discard(unfinished) {
      await rm(unfinished, { recursive: true, force: true });
      underway.delete(unfinished);
    },
  };
}

/** By how much a file system's clock may lag behind this process's. */
const COARSE_MS = 20;

/**
 * Takes over assets that the next release does not have itself.
 *
 * A release's own are newer than the folder's name; what was taken over is older: it has the time
 * when it went out of use.
 */
function keepAssets(before: string, next: string): void {
  const now = new Date();
  for (const name of filesIn(join(next, 'assets')))
    utimesSync(join(next, 'assets', name), now, now);
  for (const name of filesIn(join(before, 'assets'))) {
    const [from, to] = [join(before, 'assets', name), join(next, 'assets', name)];
    const { mtimeMs } = statSync(from);
    const wasOwn = mtimeMs >= madeAt(before) - COARSE_MS;
    const outOfUse = wasOwn ? madeAt(next) - 2 * COARSE_MS : mtimeMs;
    if (existsSync(to) || outOfUse < now.getTime() - KEPT_MS) continue;
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
    // Compressed forms have the time of their file, and keep it so.
    utimesSync(to, outOfUse / 1000, outOfUse / 1000);
  }
}

function madeAt(release: string): number {
  return Number.parseInt(basename(release), 10);
}

function filesIn(dir: string): readonly string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)));
}
