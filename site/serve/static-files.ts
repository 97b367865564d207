import { createHash } from 'node:crypto';
import { readFileSync, statSync, type Stats } from 'node:fs';
import { join, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { getMimeType } from 'hono/utils/mime';

interface ServedFile {
  readonly mtimeMs: number;
  readonly size: number;
  readonly type: string;
  readonly etag: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  br?: Uint8Array<ArrayBuffer>;
  gzip?: Uint8Array<ArrayBuffer>;
}

/** Files whose name changes with their content. */
const IMMUTABLE = /^\/(?:assets|images)\//;
const COMPRESSIBLE =
  /^(?:text\/|application\/(?:json|xml|javascript|rss\+xml|atom\+xml)|image\/svg\+xml)/;
const LARGEST_KEPT = 1024 * 1024;

/** No page of the site needs anything from elsewhere, and the browser is told so. */
export const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
};

/**
 * Serves a folder of generated files: `GET` and `HEAD`, validators, compression.
 *
 * @param dir asked at each request, so that a new folder can take over between two of them
 */
export function createStaticFiles(dir: () => string): (request: Request) => Response {
  const kept = new Map<string, ServedFile>();
  return (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response('Only GET and HEAD are answered here.\n', {
        status: 405,
        headers: { allow: 'GET, HEAD' },
      });
    }
    const root = dir();
    const path = decodePath(new URL(request.url).pathname);
    const found = path === undefined ? undefined : lookUp(kept, root, path);
    if (found === 'folder') {
      return new Response(null, { status: 301, headers: { location: `${path}/` } });
    }
    if (found !== undefined && path !== '/404.html')
      return answer(request, found, path ?? '/', 200);
    const missing = lookUp(kept, root, '/404.html');
    return missing === undefined || missing === 'folder'
      ? new Response('There is no such page.\n', { status: 404 })
      : answer(request, missing, '/404.html', 404);
  };
}

function decodePath(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

function lookUp(
  kept: Map<string, ServedFile>,
  root: string,
  path: string,
): ServedFile | 'folder' | undefined {
  const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
  if (!file.startsWith(root + sep)) return undefined;
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isFile())
    return statSync(join(file, 'index.html'), { throwIfNoEntry: false }) && 'folder';
  const known = kept.get(file);
  if (known !== undefined && known.mtimeMs === stats.mtimeMs && known.size === stats.size)
    return known;
  const served = readServed(file, stats);
  if (served.size <= LARGEST_KEPT) kept.set(file, served);
  return served;
}

function readServed(file: string, { mtimeMs, size }: Stats): ServedFile {
  const bytes = new Uint8Array(readFileSync(file));
  const etag = `"${createHash('sha1').update(bytes).digest('base64url')}"`;
  return { mtimeMs, size, type: getMimeType(file) ?? 'application/octet-stream', etag, bytes };
}

function answer(request: Request, file: ServedFile, path: string, status: number): Response {
  const headers = new Headers({
    ...SECURITY_HEADERS,
    'content-type': file.type,
    'cache-control': IMMUTABLE.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.etag,
  });
  if (COMPRESSIBLE.test(file.type)) headers.set('vary', 'accept-encoding');
  if (status === 200 && request.headers.get('if-none-match')?.includes(file.etag)) {
    return new Response(null, { status: 304, headers });
  }
  const body = encode(request, file, headers);
  headers.set('content-length', String(body.byteLength));
  return new Response(request.method === 'HEAD' ? null : body, { status, headers });
}

/** The body in the smallest form the reader takes; each form is made once. */
function encode(request: Request, file: ServedFile, headers: Headers): Uint8Array<ArrayBuffer> {
  const accepted = request.headers.get('accept-encoding') ?? '';
  if (!COMPRESSIBLE.test(file.type)) return file.bytes;
  if (/\bbr\b/.test(accepted)) {
    headers.set('content-encoding', 'br');
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    return (file.br ??= new Uint8Array(brotliCompressSync(file.bytes, { params })));
  }
  if (/\bgzip\b/.test(accepted)) {
    headers.set('content-encoding', 'gzip');
    return (file.gzip ??= new Uint8Array(gzipSync(file.bytes)));
  }
  return file.bytes;
}
