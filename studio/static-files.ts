import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  readonly type: string;
  /** Whether the name carries a hash of the content, so that it may be cached for ever. */
  readonly hashed: boolean;
  /** Whether there is a brotli version too. */
  readonly compressed: boolean;
  read(compressed: boolean): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * The files of a folder, by their address (`/assets/x.js`). Dot files are left out.
 *
 * The list is made once: an address can only ever reach a file that was there, whatever it contains.
 */
export async function loadStaticFiles(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const known = new Set(names);

  return new Map(
    names
      .filter((name) => !name.endsWith('.br'))
      .map((name) => [
        `/${name.split(path.sep).join('/')}`,
        {
          type: TYPES[path.extname(name)] ?? 'application/octet-stream',
          hashed: name.startsWith(`assets${path.sep}`),
          compressed: known.has(`${name}.br`),
          read: async (compressed) =>
            new Uint8Array(await readFile(path.join(folder, compressed ? `${name}.br` : name))),
        },
      ]),
  );
}
