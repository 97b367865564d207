import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** A picture that has gone from a page may be in a copy of that page somewhere. */
const KEPT_MS = 24 * 60 * 60_000;

/**
 * Removes pictures that were made for the site and that nothing on it shows any more.
 *
 * @param dir the folder of kept pictures
 * @param wanted the addresses of those that the site has
 */
export async function sweepPictures(
  dir: string,
  wanted: ReadonlySet<string>,
  now: Date,
): Promise<void> {
  for (const folder of ['images', 'og']) {
    const names = existsSync(join(dir, folder)) ? await readdir(join(dir, folder)) : [];
    for (const name of names) {
      if (wanted.has(`/${folder}/${name}`)) continue;
      const file = join(dir, folder, name);
      const { mtimeMs } = await stat(file);
      if (mtimeMs < now.getTime() - KEPT_MS) await rm(file, { force: true });
      await nextTurn();
    }
  }
}
