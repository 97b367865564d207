import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/**
 * Pictures that were made once, as files under the names they have on the site.
 *
 * A name stands for its bytes for ever: what is there is never made again, by any release or run.
 */
export interface PictureCache {
  /** The folder; `images/` and `og/` in it are those of the site. */
  readonly dir: string;
  has(path: string): boolean;
  /** The bytes of a picture, or undefined where it was never made. */
  read(path: string): Uint8Array | undefined;
  /** Puts a picture there, whole or not at all. */
  write(path: string, bytes: Uint8Array): void;
}

const NAME = /^\/(?:images|og)\/[a-z0-9][a-z0-9-]*\.(?:avif|webp|jpg|png)$/;

/** Whether an address is one of a picture that is made, not rendered. */
export function isPicturePath(path: string): boolean {
  return NAME.test(path);
}

/** @param dir made when the first picture is put there */
export function openPictureCache(dir: string): PictureCache {
  const fileOf = (path: string): string => {
    const file = join(dir, path);
    if (!isPicturePath(path) || !file.startsWith(dir + sep))
      throw new Error(`${path} is not the address of a picture.`);
    return file;
  };
  return {
    dir,
    has: (path) => existsSync(fileOf(path)),
    read(path) {
      const file = fileOf(path);
      return existsSync(file) ? readFileSync(file) : undefined;
    },
    write(path, bytes) {
      const file = fileOf(path);
      // Two threads may make the same picture: each writes its own.
      const temporary = `${file}.${randomUUID()}.new`;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(temporary, bytes);
      renameSync(temporary, file);
    },
  };
}
