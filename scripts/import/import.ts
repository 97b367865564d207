import { join, resolve } from 'node:path';

import type { SanityClient } from '@sanity/client';

import { convertContent } from './convert-content.ts';
import { fingerprint } from './fingerprint.ts';
import { planImport } from './plan.ts';
import type { Step } from './plan.ts';
import { readContent } from './read-content.ts';
import { loadSchema } from '../../site/cms/schema-file.ts';
import { loadStored, saveDocuments } from './store.ts';
import { uploadImages, withImages } from './upload-images.ts';

const SCHEMA_FILE = new URL('../../site/cms/schema.json', import.meta.url);

export interface ImportOptions {
  /** May write. */
  client: SanityClient;
  contentDir: string;
  /** Told what is being done, a phrase at a time. */
  log: (message: string) => void;
  /** Overwrite what editors changed. */
  force?: boolean;
}

/** Ids of documents by what became of them, and counts of images. */
export interface ImportReport {
  created: string[];
  updated: string[];
  unchanged: string[];
  /** Left alone because somebody edited them in the Studio. */
  kept: string[];
  images: { uploaded: number; reused: number };
}

/**
 * Brings the store in line with the content files. A second run changes nothing.
 *
 * @throws ContentError, before anything is written, when the files hold mistakes
 */
export async function importContent({
  client,
  contentDir,
  log,
  force = false,
}: ImportOptions): Promise<ImportReport> {
  const folder = resolve(contentDir);
  log('Reading the content');
  const { documents, images } = convertContent(
    await readContent(folder),
    await loadSchema(SCHEMA_FILE),
  );

  log('Comparing the images');
  const uploads = await uploadImages(client, join(folder, 'images'), [...images], log);
  const wanted = documents.map((document) => withImages(document, uploads.ids));

  log(`Comparing ${wanted.length} documents`);
  const stored = await loadStored(
    client,
    wanted.map(({ _id }) => _id),
  );
  const steps = planImport(wanted, stored, force);
  const idsOf = (action: Step['action']) =>
    steps.filter((step) => step.action === action).map(({ id }) => id);
  const [created, updated] = [idsOf('create'), idsOf('update')];
  const [unchanged, kept] = [idsOf('unchanged'), idsOf('keep')];

  const changed = new Set([...created, ...updated]);
  const known = new Set([...changed, ...unchanged]);
  const imported = new Map([
    ...stored.imported,
    ...wanted
      .filter(({ _id }) => known.has(_id))
      .map((document) => [document._id, fingerprint(document)] as const),
  ]);
  const isRemembered = [...imported].every(([id, hash]) => stored.imported.get(id) === hash);
  if (changed.size > 0 || !isRemembered) {
    log(`Writing ${changed.size} documents`);
    await saveDocuments(
      client,
      wanted.filter(({ _id }) => changed.has(_id)),
      imported,
    );
  }
  const { uploaded, reused } = uploads;
  return { created, updated, unchanged, kept, images: { uploaded, reused } };
}
