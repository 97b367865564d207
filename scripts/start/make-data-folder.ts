import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** @throws Error when it is no folder, or one that may not be written: why, and what to do */
export function makeDataFolder(dir: string): void {
  try {
    makeFolders(dir);
    if (!statSync(dir).isDirectory()) throw new Error('it is a file');
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The data folder ${dir} cannot be used (${reason}). Set DATA_DIR to a folder you may write.`,
      { cause: error },
    );
  }
}

/** One by one: where the system refuses one, making all of them at once may never end. */
function makeFolders(dir: string): void {
  if (existsSync(dir)) return;
  makeFolders(dirname(dir));
  mkdirSync(dir);
}
