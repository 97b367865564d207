import { readFile, readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

import type { ContentFile } from './content-file.ts';
import { folders, singletons } from './identity.ts';
import type { Mistake } from './mistakes.ts';

const STEM = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What `content/` holds. */
export interface Content {
  files: ContentFile[];
  /** The names of the files in `content/images`. */
  images: Set<string>;
  mistakes: Mistake[];
}

/**
 * Reads every content file that becomes a document, in a stable order.
 *
 * A folder that is not there counts as empty; so does a singleton's file.
 */
export async function readContent(contentDir: string): Promise<Content> {
  const label = basename(contentDir);
  const files: ContentFile[] = [];
  const mistakes: Mistake[] = [];

  for (const { folder, type, format } of folders) {
    for (const name of await listFiles(join(contentDir, folder))) {
      const file = `${label}/${folder}/${name}`;
      const stem = basename(name, extname(name));
      if (extname(name) !== `.${format}` || !STEM.test(stem)) {
        const message = `The name must be lower-case words joined by hyphens, ending in .${format}. Rename the file.`;
        mistakes.push({ file, line: 1, message });
        continue;
      }
      const text = await readFile(join(contentDir, folder, name), 'utf8');
      files.push({ file, format, type, stem, text });
    }
  }
  const top = await listFiles(contentDir);
  for (const type of singletons) {
    const name = `${type}.yaml`;
    if (!top.includes(name)) continue;
    const text = await readFile(join(contentDir, name), 'utf8');
    files.push({ file: `${label}/${name}`, format: 'yaml', type, stem: type, text });
  }
  return { files, images: new Set(await listFiles(join(contentDir, 'images'))), mistakes };
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .toSorted();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
