import { parentPort, workerData } from 'node:worker_threads';
import type { SiteConfig } from '../cms/parse-site-config.ts';
import { messageOf } from '../message-of.ts';
import { openPictures } from '../pictures/kept-pictures.ts';
import type { PictureFile } from '../pictures/picture-files.ts';

export type DrawSettings = Pick<SiteConfig, 'dataDir' | 'sanityApiHost'>;

/** The answer to a picture that was asked for: what went wrong, if anything did. */
export interface DrawAnswer {
  readonly problem: string | undefined;
}

const port = parentPort;
if (port === null) throw new Error('draw-worker.ts runs in a worker thread; see picture-room.ts.');

const settings: DrawSettings = workerData;
const pictures = openPictures(settings);
const answer = (message: DrawAnswer): void => port.postMessage(message);

port.on('message', (file: PictureFile) => {
  pictures.picture(file).then(
    () => answer({ problem: undefined }),
    (error: unknown) => answer({ problem: messageOf(error) }),
  );
});
