import { mkdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Handler } from '../../site/serve/listen.ts';
import { ask, type Answer } from '../fixtures/ask.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

export interface Serving {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** The codings in which it sends what lies beside a file. */
  readonly codings: readonly ('br' | 'gzip')[];
}

/** Serves a folder until the test is over; what `route` and `moves` know goes before the files. */
export type StartServing = (site: {
  readonly dir: string;
  readonly route: (path: string, query: string) => Handler | undefined;
  readonly moves: readonly { from: string; to: string; permanent: boolean }[];
}) => Promise<Serving>;

/** A small site that is being served. */
export interface ContractSite extends Serving {
  readonly dir: string;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
}

export const PAGE = `<!doctype html><p>${'Lymph is slow. '.repeat(200)}</p>`;

export async function startContractSite(start: StartServing): Promise<ContractSite> {
  const dir = join(temporaryFolder(), 'site');
  put(dir, 'index.html', PAGE);
  put(dir, 'a/b/index.html', PAGE);
  put(dir, '404.html', '<p>Missing</p>');
  put(dir, 'assets/page.abc.css', 'a{}'.repeat(200));
  put(dir, 'images/x.webp', 'picture');
  put(dir, 'empty/other.txt', '');
  const serving = await start({
    dir,
    moves: [
      { from: '/old/', to: '/a/b/#part', permanent: true },
      { from: '/for-now/', to: 'https://example.org/', permanent: false },
      { from: '/EXT/', to: 'https://example.org/?a=$b', permanent: true },
      { from: '/round/', to: '/ROUND/', permanent: true },
    ],
    route: (path, query) =>
      path.startsWith('/api/')
        ? async (request, address) =>
            Response.json(
              { path, query, address, method: request.method, body: await request.text() },
              { headers: { 'cache-control': 'no-store' } },
            )
        : undefined,
  });
  const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    ask(serving.url, path, { headers });
  return { dir, ...serving, get };
}

/** As the publisher does: whole, by a rename. */
export function put(dir: string, name: string, text: string): void {
  const file = join(dir, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

export function compressBeside(file: string): void {
  const bytes = readFileSync(file);
  const { atime, mtimeMs } = statSync(file);
  for (const [end, compressed] of [
    ['br', brotliCompressSync(bytes)],
    ['gz', gzipSync(bytes, { level: 1 })],
  ] as const) {
    writeFileSync(`${file}.${end}`, compressed);
    utimesSync(`${file}.${end}`, atime, mtimeMs / 1000);
  }
}
