import { renameSync, rmSync, statSync, utimesSync, writeFileSync, type Stats } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressible } from './file-kinds.ts';
import { fileOf } from './files.ts';
import { CODINGS, isMadeFrom, removeSiblings, type Coding } from './siblings.ts';

/** Keeps a compressed form, `.br` and `.gz`, beside each text file of a folder, written behind. */
export interface Precompressor {
  /** A file is new at this address: it comes before those of `addAll`. */
  add(path: string): void;
  /**
   * Every file of the folder that has none yet; compressed forms left without their file go.
   *
   * @param below a folder in it, to look there only
   */
  addAll(below?: string): void;
  /** The file at this address is gone. */
  remove(path: string): void;
  /** Settles when nothing is left to do. */
  idle(): Promise<void>;
  /** Stops after the file at hand. */
  close(): Promise<void>;
}

const REST_MS = 50;
/** Who is busy for longer than these is stuck, or will be busy for good. */
const MOST_RESTS = 100;

/**
 * One file at a time, on a thread of Node's pool.
 *
 * The publisher takes away what is beside a file before it replaces it (`removeSiblings`); nothing is
 * written beside a file that changed meanwhile. So whatever lies beside a file was made from it.
 *
 * @param isBusy while it holds, what `addAll` found waits, within reason
 */
export function createPrecompressor(
  dir: string,
  isBusy: () => boolean = () => false,
): Precompressor {
  const soon = new Set<string>();
  const later = new Set<string>();
  let sweeping: Promise<void> | undefined;
  let working: Promise<void> | undefined;
  const stopping = new AbortController();

  const sweep = async (before: Promise<void> | undefined, folder: string): Promise<void> => {
    await before;
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    for (const name of names) if (mayNeed(name)) later.add(join(folder, name));
  };

  const next = (): string | undefined => {
    for (const queue of [soon, later]) {
      for (const file of queue) {
        queue.delete(file);
        return file;
      }
    }
    return undefined;
  };

  const work = async (): Promise<void> => {
    let rests = 0;
    while (!stopping.signal.aborted) {
      if (soon.size === 0) await sweeping;
      if (soon.size === 0 && rests < MOST_RESTS && isBusy()) {
        rests += 1;
        await delay(REST_MS);
        continue;
      }
      rests = 0;
      const file = next();
      if (file === undefined) return;
      // A file that goes meanwhile and a disk that is full leave it without: it is served all the same.
      await compressBeside(file).catch(() => undefined);
      await nextTurn();
    }
  };

  const start = (): void => {
    working ??= work().finally(() => {
      working = undefined;
      if (!stopping.signal.aborted && soon.size + later.size > 0) start();
    });
  };

  const idle = async (): Promise<void> => {
    if (working === undefined) return;
    await working;
    await idle();
  };

  return {
    add(path) {
      soon.add(fileOf(dir, path));
      start();
    },
    addAll(below = '') {
      sweeping = sweep(sweeping, join(dir, below));
      start();
    },
    remove(path) {
      const file = fileOf(dir, path);
      soon.delete(file);
      later.delete(file);
      if (!exists(file)) removeSiblings(file);
    },
    idle,
    async close() {
      stopping.abort();
      await idle();
    },
  };
}

const compressors = {
  // One below the best: three per cent larger, in less than half the time.
  br: (bytes: Buffer): Promise<Buffer> => {
    const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN } = constants;
    const params = {
      [BROTLI_PARAM_QUALITY]: 10,
      [BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      [BROTLI_PARAM_LGWIN]: windowBits(bytes.byteLength),
    };
    return promisify(brotliCompress)(bytes, { params });
  },
  gzip: (bytes: Buffer): Promise<Buffer> => promisify(gzip)(bytes, { level: 9 }),
};

/** As wide as the file is long: a wider window finds no more, and takes 32 MB each time. */
function windowBits(bytes: number): number {
  const { BROTLI_MIN_WINDOW_BITS, BROTLI_DEFAULT_WINDOW } = constants;
  const bits = Math.ceil(Math.log2(bytes + 16));
  return Math.min(Math.max(bits, BROTLI_MIN_WINDOW_BITS), BROTLI_DEFAULT_WINDOW);
}

async function compressBeside(file: string): Promise<void> {
  if (removedAsOrphan(file)) return;
  const version = statOf(file);
  if (version === undefined || !version.isFile() || !isCompressible(file, version.size)) return;
  const missing = CODINGS.filter(({ suffix }) => {
    const sibling = statOf(`${file}${suffix}`);
    return sibling === undefined || !isMadeFrom(sibling, version);
  });
  if (missing.length === 0) return;
  const bytes = await readFile(file);
  for (const coding of missing) {
    const compressed = await compressors[coding.name](bytes);
    if (compressed.byteLength < bytes.byteLength) putBeside(file, version, coding, compressed);
  }
}

/** Synchronous from the first look to the rename, so that this process cannot replace the file between. */
function putBeside(file: string, version: Stats, { suffix }: Coding, compressed: Buffer): void {
  if (!isStill(file, version)) return;
  const temporary = `${file}${suffix}.${process.pid}.new`;
  writeFileSync(temporary, compressed);
  utimesSync(temporary, version.atimeMs / 1000, version.mtimeMs / 1000);
  renameSync(temporary, `${file}${suffix}`);
  // Another process might have.
  if (!isStill(file, version)) rmSync(`${file}${suffix}`, { force: true });
}

/** Takes a compressed form away whose file is gone. @returns whether it is a compressed form at all */
function removedAsOrphan(file: string): boolean {
  const coding = CODINGS.find(({ suffix }) => file.endsWith(suffix));
  if (coding === undefined) return false;
  if (!exists(file.slice(0, -coding.suffix.length))) rmSync(file, { force: true });
  return true;
}

/** Whether a file of this name may get a compressed form, or is one. */
function mayNeed(name: string): boolean {
  return isCompressible(name, Infinity) || CODINGS.some(({ suffix }) => name.endsWith(suffix));
}

function statOf(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false });
}

function exists(file: string): boolean {
  return statOf(file) !== undefined;
}

function isStill(file: string, { ino, size, mtimeMs }: Stats): boolean {
  const now = statOf(file);
  return now !== undefined && now.ino === ino && now.size === size && now.mtimeMs === mtimeMs;
}
