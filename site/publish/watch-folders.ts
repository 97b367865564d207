import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

export interface WatchFoldersOptions {
  /** Watched with all folders in them, those that come later included. */
  readonly folders: readonly string[];
  /** A folder of which only these files are watched. */
  readonly files: { readonly folder: string; readonly names: readonly string[] };
  /** Told some time after the last of several changes; what has changed is not said. */
  readonly onChange: () => void;
  /** Told when a folder cannot be watched. */
  readonly onError: (error: unknown) => void;
}

/** An editor writes a file in several steps, and a program many files. */
const QUIET_MS = 200;

/**
 * Watches for changes, each folder by itself.
 *
 * Node's own way of watching all folders in a folder loses a file on Linux once it has been replaced by
 * a rename, as many editors do.
 */
export function watchFolders(options: WatchFoldersOptions): { close(): void } {
  const { folders, files, onChange, onError } = options;
  const watchers = new Map<string, { readonly watcher: FSWatcher; readonly identity: string }>();
  let quiet: NodeJS.Timeout | undefined;

  const hear = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      try {
        follow();
        onChange();
      } catch (error) {
        onError(error);
      }
    }, QUIET_MS);
  };

  const forget = (folder: string): void => {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  };

  const add = (folder: string, isWanted: (name: string) => boolean): void => {
    const identity = identityOf(folder);
    if (identity === watchers.get(folder)?.identity) return;
    forget(folder);
    if (identity === undefined) return;
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name === null || isWanted(name)) hear();
      });
      watcher.on('error', () => forget(folder));
      watchers.set(folder, { watcher, identity });
    } catch (error) {
      onError(error);
    }
  };

  const follow = (): void => {
    const found = new Set(folders.flatMap((folder) => [folder, ...foldersIn(folder)]));
    for (const folder of watchers.keys()) {
      if (!found.has(folder) && folder !== files.folder) forget(folder);
    }
    for (const folder of found) add(folder, () => true);
    add(files.folder, (name) => files.names.includes(name));
  };

  follow();
  return {
    close() {
      clearTimeout(quiet);
      for (const folder of watchers.keys()) forget(folder);
    },
  };
}

/** A folder that went and came again is another; disks give its number to the next one. */
function identityOf(folder: string): string | undefined {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.birthtimeMs}`;
}

/** None where the folder is gone, or goes while it is read: what is there again is told again. */
function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
