import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { allPaths } from '../cms/all-addresses.ts';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import { loadCompiledSite } from './compiled-site.ts';
import { writePaths, type Failure } from './publisher.ts';

export interface GenerateOptions {
  /** What `compileSite` returned. */
  readonly compiled: string;
  readonly documents: readonly Doc[];
  readonly now: Date;
  /** Where the files go; made where it is missing. */
  readonly dir: string;
  /** 1 renders in this thread; more start as many workers. */
  readonly threads: number;
  /** Told after every page how many are done. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** What generating did; `files` counts pages, feeds and pictures, not compiled assets. */
export interface Generation {
  readonly files: number;
  readonly failed: readonly Failure[];
}

/** A share of the site. */
interface Share extends Omit<GenerateOptions, 'threads' | 'onProgress'> {
  readonly paths: readonly string[];
}

/** What a worker is given; its answers are `WorkerMessage`s. */
export interface WorkerTask extends Omit<Share, 'documents'> {
  /** The documents as JSON, in memory that all threads share: three times as fast as a clone. */
  readonly json: SharedArrayBuffer;
}
export type WorkerMessage = { readonly done: number } | { readonly failed: readonly Failure[] };

const PROGRESS_STEP = 25;

/** Writes every file of the site into a folder. */
export async function generateSite(options: GenerateOptions): Promise<Generation> {
  const { threads, onProgress, ...task } = options;
  mkdirSync(task.dir, { recursive: true });
  cpSync(join(task.compiled, 'client'), task.dir, { recursive: true });
  const paths = [...allPaths(new Catalogue(task.documents, task.now))];
  let done = 0;
  const progress = (count: number): void => {
    done += count;
    onProgress?.(done, paths.length);
  };
  const [own = [], ...others] = Array.from({ length: threads }, (_, share) =>
    paths.filter((_path, index) => index % threads === share),
  );
  const json = others.length > 0 ? toSharedJson(task.documents) : undefined;
  const { documents: _documents, ...common } = task;
  const failures = await Promise.all([
    ...others.flatMap((share) =>
      json === undefined ? [] : inWorker({ ...common, json, paths: share }, progress),
    ),
    generatePaths({ ...task, paths: own }, progress),
  ]);
  return { files: paths.length, failed: failures.flat() };
}

/** Writes the given addresses in this thread. */
export async function generatePaths(
  { compiled, documents, now, dir, paths }: Share,
  progress: (count: number) => void,
): Promise<readonly Failure[]> {
  const site = await loadCompiledSite(compiled);
  const catalogue = new Catalogue(documents, now);
  const failed: Failure[] = [];
  for (let from = 0; from < paths.length; from += PROGRESS_STEP) {
    const some = paths.slice(from, from + PROGRESS_STEP);
    const publication = await writePaths({ site, catalogue, dir }, some);
    failed.push(...publication.failed);
    failed.push(
      ...publication.missing.map((path) => ({ path, message: 'There is no such page.' })),
    );
    progress(some.length);
  }
  return failed;
}

function toSharedJson(documents: readonly Doc[]): SharedArrayBuffer {
  const bytes = Buffer.from(JSON.stringify(documents));
  const shared = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(shared).set(bytes);
  return shared;
}

function inWorker(
  task: WorkerTask,
  progress: (count: number) => void,
): Promise<readonly Failure[]> {
  const worker = new Worker(new URL('./generate-worker.ts', import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if ('done' in message) progress(message.done);
      else resolve(message.failed);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`A generating thread ended early (${code}).`)));
  });
}
