import { join, resolve } from 'node:path';
import type { SiteConfig } from '../cms/parse-site-config.ts';
import { createPictureMaker, type MakePicture } from './make-picture.ts';
import { openPictureCache, type PictureCache } from './picture-cache.ts';
import type { PictureFile } from './picture-files.ts';

/** Pictures made once: from the cache, or made and put there. */
export interface KeptPictures {
  readonly cache: PictureCache;
  /** @throws Error when the store does not give the original, or it is no picture */
  picture(file: PictureFile): Promise<Uint8Array>;
}

/** Opens the pictures of a data folder: `<dataDir>/site/pictures`. */
export function openPictures(config: Pick<SiteConfig, 'dataDir' | 'sanityApiHost'>): KeptPictures {
  return keepPictures(
    openPictureCache(resolve(join(config.dataDir, 'site/pictures'))),
    // Not the `url` of a picture: that names the host that the store had when it was uploaded.
    createPictureMaker(config.sanityApiHost ?? 'https://cdn.sanity.io'),
  );
}

export function keepPictures(cache: PictureCache, make: MakePicture): KeptPictures {
  const underway = new Map<string, Promise<Uint8Array>>();
  const makeAndKeep = async (file: PictureFile): Promise<Uint8Array> => {
    const bytes = await make(file);
    cache.write(file.path, bytes);
    return bytes;
  };
  return {
    cache,
    async picture(file) {
      const kept = cache.read(file.path);
      if (kept !== undefined) return kept;
      const known = underway.get(file.path);
      if (known !== undefined) return known;
      const made = makeAndKeep(file).finally(() => underway.delete(file.path));
      underway.set(file.path, made);
      return made;
    },
  };
}
