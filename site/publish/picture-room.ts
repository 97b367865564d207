import { Worker } from 'node:worker_threads';
import { messageOf } from '../message-of.ts';
import type { KeptPictures } from '../pictures/kept-pictures.ts';
import type { PictureFile } from '../pictures/picture-files.ts';
import type { DrawAnswer, DrawSettings } from './draw-worker.ts';
import type { Failure } from './publisher.ts';

export interface PictureRoomOptions {
  readonly pictures: KeptPictures;
  /** What the drawing thread opens the same pictures with. */
  readonly settings: DrawSettings;
  /** Whether the site still has a picture: one that failed is tried again only while it does. */
  readonly isWanted: (path: string) => boolean;
  readonly onError: (message: string) => void;
}

/** Makes the pictures that pages need: some before the page is there, the others behind. */
export interface PictureRoom {
  /** Pictures that could not be made the last time they were tried. */
  readonly failures: ReadonlyMap<string, Failure>;
  /** Makes those that are missing, and settles when all are there or reported; it never throws. */
  now(files: Iterable<PictureFile>): Promise<void>;
  /** Makes those that are missing one after the other, in a thread; what was asked last comes first. */
  later(files: Iterable<PictureFile>): void;
  /** Settles when nothing waits. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const RETRY_MS = 30_000;

export function openPictureRoom(options: PictureRoomOptions): PictureRoom {
  const { pictures, settings, isWanted, onError } = options;
  const failures = new Map<string, Failure>();
  const failed = new Map<string, PictureFile>();
  const waiting: PictureFile[] = [];
  let work: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  const forget = (path: string): void => {
    failures.delete(path);
    failed.delete(path);
  };

  const report = (file: PictureFile, problem: string | undefined): void => {
    const { path } = file;
    if (problem === undefined) return forget(path);
    if (failures.get(path)?.message !== problem) {
      onError(`The picture ${path} could not be made: ${problem}`);
    }
    failures.set(path, { path, message: problem });
    failed.set(path, file);
    retry ??= setTimeout(tryAgain, RETRY_MS).unref();
  };

  const tryAgain = (): void => {
    retry = undefined;
    for (const path of failed.keys()) if (!isWanted(path)) forget(path);
    room.later(failed.values());
  };

  const drain = async (): Promise<void> => {
    const thread = startDrawingThread(settings);
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (closed) break;
      if (pictures.cache.has(file.path)) continue;
      // One after the other: the second processor stays free for readers and publishing.
      report(file, await thread.draw(file));
    }
    // The memory of the fonts and the layout goes with it; the next picture starts another.
    await thread.end();
    work = undefined;
    if (waiting.length > 0 && !closed) work = drain();
  };

  const room: PictureRoom = {
    failures,
    async now(files) {
      for (const file of files) {
        if (pictures.cache.has(file.path)) continue;
        try {
          await pictures.picture(file);
          report(file, undefined);
        } catch (error) {
          report(file, messageOf(error));
        }
      }
    },
    later(files) {
      const more = [...files].filter(({ path }) => !pictures.cache.has(path));
      if (more.length === 0 || closed) return;
      waiting.push(...more.toReversed());
      work ??= drain();
    },
    async settled() {
      await work;
      // More may have been asked for meanwhile.
      if (work !== undefined) await room.settled();
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await work;
    },
  };
  return room;
}

interface DrawingThread {
  /** Draws one picture; asked for one at a time. Tells what went wrong, if anything did. */
  draw(file: PictureFile): Promise<string | undefined>;
  end(): Promise<unknown>;
}

function startDrawingThread(settings: DrawSettings): DrawingThread {
  const worker = new Worker(new URL('./draw-worker.ts', import.meta.url), { workerData: settings });
  let done: ((problem: string | undefined) => void) | undefined;
  let problemOfAll: string | undefined;
  worker.on('message', ({ problem }: DrawAnswer) => done?.(problem));
  worker.on('error', (error) => {
    problemOfAll = messageOf(error);
    done?.(problemOfAll);
  });
  worker.on('exit', () => done?.((problemOfAll ??= 'The drawing thread ended early.')));
  return {
    draw: (file) =>
      new Promise((resolve) => {
        done = resolve;
        if (problemOfAll === undefined) worker.postMessage(file, []);
        else resolve(problemOfAll);
      }),
    end: () => worker.terminate(),
  };
}
