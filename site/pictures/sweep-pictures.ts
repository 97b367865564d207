import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A picture that has gone from a page may be in a copy of that page somewhere. */
const KEPT_MS = 24 * 60 * 60_000;

/**
 * Removes pictures that were made for the site and that nothing on it shows any more.
 *
 * @param dir the folder of kept pictures
 * @param isWanted whether the site has a picture at an address
 */
export async function sweepPictures(
  dir: string,
  isWanted: (path: string) => boolean,
  now: Date,
): Promise<void> {
  for (const folder of ['images', 'og']) {
    const names = existsSync(join(dir, folder)) ? await readdir(join(dir, folder)) : [];
    for (const name of names) {
      const file = join(dir, folder, name);
      const { mtimeMs } = await stat(file);
      if (mtimeMs >= now.getTime() - KEPT_MS || isWanted(`/${folder}/${name}`)) continue;
      await rm(file, { force: true });
    }
  }
}
