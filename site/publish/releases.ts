import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';

import { moveIndex } from '../search/move-index.ts';

/** Folders of the site, one for each full generation; `current` is a link to the one that is served. */
export interface Releases {
  /** The folder that is served; undefined before the first generation. */
  current(): string | undefined;
  /** An empty folder for the next generation. */
  prepare(): string;
  /** Serves a folder from now on, whole; the one before goes, its assets stay for pages already open. */
  activate(dir: string): void;
}

/** @param dir where the folders are kept; made where it is missing */
export function openReleases(dir: string): Releases {
  mkdirSync(dir, { recursive: true });
  const link = join(dir, 'current');
  const current = (): string | undefined =>
    existsSync(link) ? join(dir, readlinkSync(link)) : undefined;
  return {
    current,
    prepare() {
      const name = `${Date.now()}-${process.pid}`;
      mkdirSync(join(dir, name));
      return join(dir, name);
    },
    activate(next) {
      const before = current();
      if (before !== undefined) {
        keepAssets(before, next);
        moveIndex(before, next);
      }
      const temporary = `${link}.new`;
      rmSync(temporary, { force: true });
      symlinkSync(next.slice(dir.length + 1), temporary);
      renameSync(temporary, link);
      for (const name of readdirSync(dir)) {
        const other = join(dir, name);
        if (name !== 'current' && other !== next) rmSync(other, { recursive: true, force: true });
      }
    },
  };
}

function keepAssets(before: string, next: string): void {
  const assets = join(before, 'assets');
  if (existsSync(assets))
    cpSync(assets, join(next, 'assets'), {
      recursive: true,
      force: false,
      preserveTimestamps: true,
    });
}
