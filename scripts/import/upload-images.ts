import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { SanityClient } from '@sanity/client';
import { z } from 'zod';

import { imageFileOf } from './identity.ts';
import type { ContentDocument } from './identity.ts';
import { isRecord } from './record.ts';

export interface UploadedImages {
  /** Asset ids by file name. */
  ids: ReadonlyMap<string, string>;
  uploaded: number;
  /** Already there, by their bytes. */
  reused: number;
}

const assetsShape = z.array(z.object({ _id: z.string(), sha1hash: z.string() }));

/** Makes sure that the store has these images, sending only bytes that it lacks. */
export async function uploadImages(
  client: SanityClient,
  folder: string,
  names: readonly string[],
  log: (message: string) => void,
): Promise<UploadedImages> {
  const files = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      return { name, bytes, sha1: createHash('sha1').update(bytes).digest('hex') };
    }),
  );
  const known = assetsShape.parse(
    await client.fetch<unknown>(
      '*[_type == "sanity.imageAsset" && sha1hash in $hashes]{_id, sha1hash}',
      { hashes: files.map(({ sha1 }) => sha1) },
      { perspective: 'raw' },
    ),
  );
  const ids = new Map<string, string>();
  let uploaded = 0;
  for (const [index, { name, bytes, sha1 }] of files.entries()) {
    const asset = known.find(({ sha1hash }) => sha1hash === sha1);
    if (asset === undefined) {
      log(`Uploading images (${index + 1} of ${files.length})`);
      ids.set(name, (await client.assets.upload('image', bytes, { filename: name }))._id);
      uploaded += 1;
    } else ids.set(name, asset._id);
  }
  return { ids, uploaded, reused: files.length - uploaded };
}

/** Puts asset ids where the document names image files. */
export function withImages(
  document: ContentDocument,
  ids: ReadonlyMap<string, string>,
): ContentDocument {
  const { _id, _type, ...fields } = document;
  const filled = fill(fields, ids);
  return { ...(isRecord(filled) ? filled : {}), _id, _type };
}

function fill(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => fill(item, ids));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inside]) => {
      const file = field === '_ref' && typeof inside === 'string' ? imageFileOf(inside) : undefined;
      return [field, file === undefined ? fill(inside, ids) : ids.get(file)];
    }),
  );
}
