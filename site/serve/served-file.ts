import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, statSync, type Stats } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressible, kindOf } from '../publish/file-kinds.ts';
import { isMadeFrom, type Coding } from '../publish/siblings.ts';
import { ASK_FIRST, cachingOf } from './caching.ts';
import type { Validators } from './conditions.ts';
import { securityHeadersOf } from './security-headers.ts';

/** What tells one version of a file from another without reading it. */
export type FileVersion = Pick<Stats, 'ino' | 'size' | 'mtimeMs'>;

/** A file as it goes over the wire in one coding: its bytes, and the headers of each kind of answer. */
export interface Form extends Validators {
  readonly bytes: Buffer;
  /** Names and values in turn, as `writeHead` takes them fastest. */
  readonly whole: string[];
  readonly unchanged: string[];
  readonly missing: string[];
}

interface CompressedForm extends Form {
  /** Whether it is the well compressed one from beside the file, or one made here meanwhile. */
  readonly fromDisk: boolean;
}

/** A file in memory, in the codings that were asked for so far. */
export interface ServedFile {
  readonly version: FileVersion;
  /** Where it is on the disk. */
  readonly file: string;
  readonly hash: string;
  readonly path: string;
  readonly plain: Form;
  readonly compressed: Map<Coding['name'], CompressedForm>;
  readonly underway: Set<Coding['name']>;
  /** When to look for a coding's file beside it again, in milliseconds. */
  readonly lookAgain: Map<Coding['name'], number>;
}

const LOOK_EVERY_MS = 1000;
/** About what the headers of a form take. */
const FORM_OVERHEAD = 2048;

export function isSameVersion(one: FileVersion, other: FileVersion): boolean {
  return one.ino === other.ino && one.mtimeMs === other.mtimeMs && one.size === other.size;
}

/**
 * Reads a file, whole.
 *
 * @throws Error as `openSync` does
 */
export function readServedFile(file: string, path: string): ServedFile {
  const { bytes, version } = readVersion(file);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
  const plain = toForm({ file, path, version, bytes, etag: `"${hash}"` });
  const compressed = new Map<Coding['name'], CompressedForm>();
  return {
    version,
    file,
    hash,
    path,
    plain,
    compressed,
    underway: new Set(),
    lookAgain: new Map(),
  };
}

/** The bytes in memory for a file, all its forms together. */
export function bytesOf({ plain, compressed }: ServedFile): number {
  let bytes = plain.bytes.byteLength + FORM_OVERHEAD;
  for (const form of compressed.values()) bytes += form.bytes.byteLength + FORM_OVERHEAD;
  return bytes;
}

/**
 * The forms of a file that a reader takes, best first; the plain one is last.
 *
 * A compressed form is taken from beside the file. Until there is one it is made here, roughly and
 * not while the reader waits: the next reader has it.
 *
 * @param grown told when the file takes more memory than before
 */
export function formsOf(
  served: ServedFile,
  codings: readonly Coding[],
  grown: (served: ServedFile) => void,
): readonly Form[] {
  if (codings.length === 0 || !isCompressible(served.file, served.version.size)) {
    return [served.plain];
  }
  const forms: Form[] = [];
  for (const coding of codings) {
    lookBeside(served, coding, grown);
    const form = served.compressed.get(coding.name);
    if (form === undefined) void compressHere(served, coding, grown);
    else forms.push(form);
  }
  forms.push(served.plain);
  return forms;
}

function lookBeside(served: ServedFile, coding: Coding, grown: (served: ServedFile) => void): void {
  if (served.compressed.get(coding.name)?.fromDisk === true) return;
  const now = Date.now();
  if (now < (served.lookAgain.get(coding.name) ?? 0)) return;
  served.lookAgain.set(coding.name, now + LOOK_EVERY_MS);
  const sibling = `${served.file}${coding.suffix}`;
  const stats = statSync(sibling, { throwIfNoEntry: false });
  if (stats === undefined || !isMadeFrom(stats, served.version)) return;
  const { bytes, version } = readVersion(sibling);
  if (!isMadeFrom(version, served.version)) return;
  add(served, coding, bytes, true);
  grown(served);
}

const compressors = {
  br: (bytes: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes: Buffer): Promise<Buffer> => promisify(gzip)(bytes, { level: 5 }),
};

async function compressHere(
  served: ServedFile,
  coding: Coding,
  grown: (served: ServedFile) => void,
): Promise<void> {
  // Stays there for good: what cannot be compressed once is sent as it is.
  if (served.underway.has(coding.name)) return;
  served.underway.add(coding.name);
  const bytes = await compressors[coding.name](served.plain.bytes).catch(() => undefined);
  if (bytes === undefined || served.compressed.has(coding.name)) return;
  add(served, coding, bytes, false);
  grown(served);
}

function add(served: ServedFile, coding: Coding, bytes: Buffer, fromDisk: boolean): void {
  const { file, path, version, hash } = served;
  // The two ways of compressing give different bytes, and a strong tag stands for bytes.
  const etag = `"${hash}-${coding.name}${fromDisk ? '' : '-quick'}"`;
  const form = toForm({ file, path, version, bytes, etag, coding: coding.name });
  served.compressed.set(coding.name, { ...form, fromDisk });
}

interface FormParts {
  readonly file: string;
  readonly path: string;
  readonly version: FileVersion;
  readonly bytes: Buffer;
  readonly etag: string;
  readonly coding?: string;
}

function toForm({ file, path, version, bytes, etag, coding }: FormParts): Form {
  const { lastModified, guarding, typed, validating } = headersOf({ file, path, version, etag });
  const encoded = coding === undefined ? [] : ['content-encoding', coding];
  const length = ['content-length', String(bytes.byteLength)];
  return {
    bytes,
    etag,
    lastModified,
    whole: [...guarding, ...typed, ...validating, ...encoded, ...length],
    unchanged: [...guarding, ...validating],
    missing: [...guarding, ...typed, ...encoded, 'cache-control', ASK_FIRST, ...length],
  };
}

/** What a file's answers say about it, whatever part or form of it is sent; names and values in turn. */
export function headersOf({
  file,
  path,
  version,
  etag,
}: Pick<FormParts, 'file' | 'path' | 'version' | 'etag'>) {
  const { type, text } = kindOf(file);
  const lastModified = new Date(version.mtimeMs).toUTCString();
  const varying = isCompressible(file, version.size) ? ['vary', 'accept-encoding'] : [];
  return {
    lastModified,
    guarding: [...Object.entries(securityHeadersOf(path)).flat(), ...varying],
    typed: ['content-type', text ? `${type}; charset=utf-8` : type],
    validating: [
      'etag',
      etag,
      'last-modified',
      lastModified,
      'cache-control',
      cachingOf(path),
      'accept-ranges',
      'bytes',
    ],
  };
}

function readVersion(file: string): { bytes: Buffer; version: FileVersion } {
  const descriptor = openSync(file, 'r');
  try {
    const { ino, size, mtimeMs } = fstatSync(descriptor);
    return { bytes: readFileSync(descriptor), version: { ino, size, mtimeMs } };
  } finally {
    closeSync(descriptor);
  }
}
