import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Doc } from '../cms/catalogue.ts';
import { writeDocuments } from './documents-file.ts';
import type { Generation } from './generate.ts';
import { WRITING_FLAGS } from './memory.ts';
import type { Progress } from './progress.ts';

export interface GenerateApartOptions {
  /** What `compileSite` returned. */
  readonly compiled: string;
  readonly documents: readonly Doc[];
  readonly now: Date;
  /** Where the files go: a folder that nobody reads yet, made where it is missing. */
  readonly dir: string;
  readonly threads: number;
  /** Told now and then how many pages are done. */
  readonly onProgress: Progress;
  /** Ends it: some of the files are there then. */
  readonly signal: AbortSignal;
}

/** What the process tells. */
export type ApartAnswer = { readonly done: number; readonly all: number } | Generation;

const progressMessage = z.object({ done: z.number(), all: z.number() });
const outcomeMessage = z.object({
  files: z.number(),
  failed: z.array(z.object({ path: z.string(), message: z.string() })),
});

const SCRIPT = fileURLToPath(new URL('./generate-process.ts', import.meta.url));

/**
 * Writes every file of the site into a folder, in a process of its own: this one goes on serving
 * readers, and the memory that it takes goes with it.
 *
 * The process reads the code anew, as it is on the disk: new code may have other addresses.
 *
 * @throws Error when the process fails, or is ended
 */
export async function generateApart(options: GenerateApartOptions): Promise<Generation> {
  const { compiled, documents, now, dir, threads, onProgress, signal } = options;
  mkdirSync(dir, { recursive: true });
  // Where it is swept away with the rest if all this ends in between.
  const file = join(dir, 'documents.ndjson');
  try {
    await writeDocuments(file, documents);
    const task = [compiled, file, dir, now.toISOString(), String(threads)];
    return await outcomeOf(
      fork(SCRIPT, task, { silent: true, signal, execArgv: WRITING_FLAGS }),
      onProgress,
    );
  } finally {
    rmSync(file, { force: true });
  }
}

/** @throws Error when the process ends without one, with what it said */
async function outcomeOf(child: ChildProcess, onProgress: Progress): Promise<Generation> {
  const { promise, resolve, reject } = Promise.withResolvers<Generation>();
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => void (said += text));
  child.on('message', (message) => {
    const progress = progressMessage.safeParse(message);
    if (progress.success) onProgress(progress.data.done, progress.data.all);
    else resolve(outcomeMessage.parse(message));
  });
  child.once('error', reject);
  child.once('close', (code) =>
    reject(new Error(`The generating process ended early (${code}). ${said}`.trim())),
  );
  try {
    return await promise;
  } finally {
    child.kill();
  }
}
