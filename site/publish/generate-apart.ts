import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { writeDocuments } from './documents-file.ts';
import { layOutAssets, PATHS_AT_ONCE, type GenerateOptions, type Generation } from './generate.ts';
import { WRITING_FLAGS } from './memory.ts';
import type { Progress } from './progress.ts';
import type { Failure } from './publisher.ts';

export interface GenerateApartOptions extends Omit<GenerateOptions, 'onProgress' | 'signal'> {
  /** How many write at once. */
  readonly processes: number;
  /** Told now and then how many pages are done. */
  readonly onProgress: Progress;
  /** Ends it: some of the files are there then. */
  readonly signal: AbortSignal;
}

export interface GenerateFromFileOptions extends Omit<GenerateApartOptions, 'documents'> {
  /** What `writeDocuments` wrote. */
  readonly file: string;
}

export interface GenerationApart extends Generation {
  /** The most memory that its processes had, in MiB. */
  readonly peakMiB: number;
}

/** What a process is told: which of all addresses are its next; from the end on, none. */
export interface Share {
  readonly from: number;
  readonly to: number;
}

const answers = z.union([
  /** It asks for its next share of so many addresses. */
  z.object({ all: z.number() }),
  /** A share is written. */
  z.object({
    written: z.number(),
    failed: z.array(z.object({ path: z.string(), message: z.string() })),
    /** The most memory that the process had so far, in KiB. */
    maxRSS: z.number(),
  }),
]);
/** What it tells. */
export type ApartAnswer = z.infer<typeof answers>;

const SCRIPT = fileURLToPath(new URL('./generate-process.ts', import.meta.url));

/**
 * Writes every file of the site into a folder, in processes of their own: this one goes on serving
 * readers, and the memory that it takes goes with them.
 *
 * They read the code anew, as it is on the disk: new code may have other addresses.
 *
 * @throws Error when a process fails, or is ended
 */
export async function generateApart(options: GenerateApartOptions): Promise<GenerationApart> {
  const { documents, dir } = options;
  mkdirSync(dir, { recursive: true });
  // Where it is swept away with the rest if all this ends in between.
  const file = join(dir, 'documents.ndjson');
  try {
    await writeDocuments(file, documents);
    return await generateFromFile({ ...options, file });
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * The same with documents that lie in a file.
 *
 * Each process takes some addresses whenever it is done with the last: one that starts later, or has
 * less of a processor, writes fewer. Threads of one process would hinder each other: V8 shares more
 * between them than it seems.
 */
export async function generateFromFile(options: GenerateFromFileOptions): Promise<GenerationApart> {
  const { compiled, dir, processes, onProgress } = options;
  layOutAssets(compiled, dir);
  const failed: Failure[] = [];
  let files = 0;
  let taken = 0;
  let done = 0;
  const take = (all: number): Share => {
    files = all;
    const from = taken;
    taken = Math.min(taken + PATHS_AT_ONCE, all);
    return { from, to: taken };
  };
  const note = (written: number, failures: readonly Failure[]): void => {
    done += written;
    failed.push(...failures);
    onProgress(done, files);
  };
  const started = Array.from({ length: processes }, () => startProcess(options, take, note));
  try {
    const peaks = await Promise.all(started.map(({ finished }) => finished));
    const peakMiB = Math.round(peaks.reduce((sum, peak) => sum + peak, 0) / 1024);
    return { files, failed, peakMiB };
  } finally {
    // Where one has failed, the others need not go on.
    await Promise.all(started.map(({ end }) => end()));
  }
}

interface GeneratingProcess {
  /** The most memory that it had, in KiB, when nothing is left to do. @throws Error when it fails */
  readonly finished: Promise<number>;
  readonly end: () => Promise<void>;
}

function startProcess(
  { compiled, file, now, dir, signal }: GenerateFromFileOptions,
  take: (all: number) => Share,
  note: (written: number, failed: readonly Failure[]) => void,
): GeneratingProcess {
  const task = [compiled, file, dir, now.toISOString()];
  const child = fork(SCRIPT, task, { silent: true, signal, execArgv: WRITING_FLAGS });
  const closed = once(child, 'close').catch(() => undefined);
  const { promise: finished, resolve, reject } = Promise.withResolvers<number>();
  // It may fail before it is waited for.
  finished.catch(() => undefined);
  let said = '';
  let underway = 0;
  let peak = 0;
  let over = false;
  child.stderr?.setEncoding('utf8').on('data', (text: string) => void (said += text));
  child.on('message', (message) => {
    const answer = answers.parse(message);
    if ('all' in answer) {
      const share = take(answer.all);
      if (share.from === share.to) over = true;
      else underway += 1;
      if (child.connected) child.send(share);
    } else {
      underway -= 1;
      peak = answer.maxRSS;
      note(answer.written, answer.failed);
    }
    if (over && underway === 0) resolve(peak);
  });
  child.once('error', reject);
  child.once('close', (code) =>
    reject(new Error(`The generating process ended early (${code}). ${said}`.trim())),
  );
  return {
    finished,
    async end() {
      child.kill();
      await closed;
    },
  };
}
