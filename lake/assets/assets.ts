import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export type AssetKind = 'images' | 'files';

/** The bytes of uploads on disk, named by what they hold. Their documents live in the store. */
export interface Assets {
  /** Where pictures in other sizes are kept; may be emptied at any time. */
  readonly cacheDir: string;
  /** Writes bytes under a name, durably; does nothing when they are there. */
  save(kind: AssetKind, name: string, bytes: Buffer): Promise<void>;
  /** The bytes under a name, or undefined. */
  load(kind: AssetKind, name: string): Promise<Buffer | undefined>;
  remove(kind: AssetKind, name: string): Promise<void>;
}

/** `<sha1>-<width>x<height>.<extension>` for images, `<sha1>.<extension>` for files. */
const NAME: Readonly<Record<AssetKind, RegExp>> = {
  images: /^([0-9a-f]{40})-(\d+x\d+)\.([a-z0-9]{1,12})$/,
  files: /^([0-9a-f]{40})\.([a-z0-9]{1,12})$/,
};

export function createAssets(dir: string): Assets {
  const pathOf = (kind: AssetKind, name: string): string => {
    if (!NAME[kind].test(name)) throw new Error('Not the name of an asset.');
    return join(dir, kind, name);
  };
  return {
    cacheDir: join(dir, 'cache'),
    async save(kind, name, bytes) {
      const path = pathOf(kind, name);
      if (await isThere(path)) return;
      await mkdir(join(dir, kind), { recursive: true });
      const temporary = `${path}.${randomUUID()}.part`;
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    },
    async load(kind, name) {
      try {
        return await readFile(pathOf(kind, name));
      } catch {
        return undefined;
      }
    },
    remove: (kind, name) => rm(pathOf(kind, name), { force: true }),
  };
}

/** The id of the document that describes the asset of that name; undefined when it is no such name. */
export function toAssetId(kind: AssetKind, name: string): string | undefined {
  const match = NAME[kind].exec(name);
  if (match === null) return undefined;
  const [, sha1, ...rest] = match;
  return [kind === 'images' ? 'image' : 'file', sha1, ...rest].join('-');
}

/** The place of an asset's bytes by the id of its document; undefined for other documents. */
export function toAssetName(id: string): { kind: AssetKind; name: string } | undefined {
  const image = /^image-([0-9a-f]{40})-(\d+x\d+)-([a-z0-9]{1,12})$/.exec(id);
  if (image !== null) return { kind: 'images', name: `${image[1]}-${image[2]}.${image[3]}` };
  const file = /^file-([0-9a-f]{40})-([a-z0-9]{1,12})$/.exec(id);
  return file === null ? undefined : { kind: 'files', name: `${file[1]}.${file[2]}` };
}

export function sha1Of(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('hex');
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
