import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = new Set(['.css', '.html', '.js', '.json', '.svg']);

export interface StaticFile {
  readonly type: string;
  /** Whether the name carries a hash of the content, so that it may be cached for ever. */
  readonly hashed: boolean;
  /** The bytes as they are, or compressed with brotli when that is asked for and worth it. */
  body(brotli: boolean): Promise<{ bytes: Uint8Array<ArrayBuffer>; brotli: boolean }>;
}

function toFile(folder: string, name: string): StaticFile {
  const extension = path.extname(name);
  const plain = () => readFile(path.join(folder, name)).then((bytes) => new Uint8Array(bytes));
  let compressed: Promise<Uint8Array<ArrayBuffer>> | undefined;
  // Quality 5 is within a tenth of the best on these files, in a fiftieth of the time.
  const once = () =>
    (compressed ??= plain().then(async (bytes) => {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
      return new Uint8Array(await compress(bytes, { params }));
    }));
  return {
    type: TYPES[extension] ?? 'application/octet-stream',
    hashed: name.startsWith('assets/'),
    async body(brotli) {
      const use = brotli && COMPRESSIBLE.has(extension);
      return { bytes: await (use ? once() : plain()), brotli: use };
    },
  };
}

/**
 * The files of a folder, by their address (`/assets/x.js`). Dot files are left out.
 *
 * The list is made once: an address can only ever reach a file that was there, whatever it contains.
 */
export async function loadStaticFiles(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => {
        const file = path.relative(folder, path.join(entry.parentPath, entry.name));
        const name = file.split(path.sep).join('/');
        return [`/${name}`, toFile(folder, name)];
      }),
  );
}
