import type { Catalogue } from '../cms/catalogue.ts';
import { cards } from '../pictures/cards.ts';
import type { KeptPictures } from '../pictures/kept-pictures.ts';
import { cardsOf, pictureNamed } from '../pictures/picture-files.ts';
import { createSearchIndexer } from '../search/indexer.ts';
import type { DrawSettings } from './draw-worker.ts';
import { openPictureRoom } from './picture-room.ts';
import { createPrecompressor } from './precompress.ts';
import type { Failure, Publication } from './publisher.ts';

export interface BehindOptions {
  readonly catalogue: Catalogue;
  /** The folder that is served. */
  readonly dir: string;
  readonly pictures: KeptPictures;
  readonly drawing: DrawSettings;
  /** While it holds, what can wait does. */
  readonly isBusy: () => boolean;
  readonly log: (line: string) => void;
}

/** What follows behind publishing: compressed copies, drawn cards, the search index. */
export interface Behind {
  /** Pictures that could not be made. */
  readonly failures: ReadonlyMap<string, Failure>;
  /** These files have changed. */
  published(publication: Pick<Publication, 'written' | 'removed'>): void;
  /** Another folder is served. Settles when nothing is written into the one before any more. */
  moveTo(dir: string): Promise<void>;
  close(): Promise<void>;
}

/** How long changes are collected before search is told of them. */
const SEARCH_DELAY_MS = 2000;

/** Begins with what the folder lacks. */
export function startBehind(options: BehindOptions): Behind {
  const { catalogue, pictures, drawing, isBusy, log } = options;
  let { dir } = options;
  const room = openPictureRoom({
    pictures,
    settings: drawing,
    isWanted: (path) => pictureNamed(path, catalogue) !== undefined,
    onError: log,
  });
  let precompressor = createPrecompressor(dir, isBusy);
  const search = createSearchIndexer({
    dir: () => dir,
    delayMs: SEARCH_DELAY_MS,
    onIndexed: () => precompressor.addAll('pagefind'),
    log,
  });
  room.later(cards(catalogue));
  precompressor.addAll();
  search.changed();
  return {
    failures: room.failures,
    published({ written, removed }) {
      for (const path of written) precompressor.add(path);
      for (const path of removed) precompressor.remove(path);
      room.later(cardsOf(written, catalogue));
      if (written.length + removed.length > 0) search.changed();
    },
    async moveTo(next) {
      const before = precompressor;
      dir = next;
      precompressor = createPrecompressor(dir, isBusy);
      precompressor.addAll();
      search.moved();
      await before.close();
    },
    async close() {
      await Promise.all([precompressor.close(), room.close(), search.close()]);
    },
  };
}
