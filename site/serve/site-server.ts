import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { redirectAt } from '../cms/addresses.ts';
import { createReader, createWriter } from '../cms/client.ts';
import { createDocumentSource } from '../cms/documents-source.ts';
import type { SiteConfig } from '../cms/parse-site-config.ts';
import type { Comments } from '../comments/comments.ts';
import { startLiveSite, type LiveSite } from '../publish/live-site.ts';
import type { Move as PageMove } from '../publish/moved.ts';
import { cards } from '../pictures/cards.ts';
import { openPictures } from '../pictures/kept-pictures.ts';
import { cardsOf, pictureNamed } from '../pictures/picture-files.ts';
import { openSite, type OpenedSite } from '../publish/open-site.ts';
import { openPictureRoom, type PictureRoom } from '../publish/picture-room.ts';
import type { PublisherOptions } from '../publish/publisher.ts';
import { createPrecompressor, type Precompressor } from '../publish/precompress.ts';
import { openReleases } from '../publish/releases.ts';
import { openSnapshot } from '../publish/snapshot.ts';
import { writeRedirects } from '../publish/write-redirects.ts';
import { healthResponse } from './health.ts';
import { listen, type Handler } from './listen.ts';
import { openComments } from './reader-comments.ts';
import { circlesIn, redirectsOf, toMove, type Move } from './redirects.ts';
import { writeRedirectsMap } from './redirects-map.ts';
import { createSearchIndexer, type SearchIndexer } from '../search/indexer.ts';
import { createStaticFiles } from './static-files.ts';

export interface SiteServer {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** Settles when every page is written and the store is followed. */
  readonly opened: Promise<void>;
  close(): Promise<void>;
}

const RETRY_MS = 1000;
/** How long changes are collected before search is told of them. */
const SEARCH_DELAY_MS = 2000;

const now = (): Date => new Date();

/**
 * Serves the site, publishes what changes in the store, and takes comments.
 *
 * Answers at once with the pages of the last run where there are any.
 *
 * @param log told what happens, a line each; never anything personal
 * @throws Error when the port is in use or the data folder cannot be written
 */
export async function startSiteServer(
  config: SiteConfig,
  log: (line: string) => void,
): Promise<SiteServer> {
  const releasesDir = resolve(config.dataDir, 'site/releases');
  const releases = openReleases(releasesDir);
  const snapshot = openSnapshot(resolve(config.dataDir, 'site/published.sqlite'));
  const stopping = new AbortController();
  let publisher: OpenedSite | undefined;
  let room: PictureRoom | undefined;
  let search: SearchIndexer | undefined;
  let live: LiveSite | undefined;
  let comments: Comments | undefined;
  let circles: readonly string[] = [];
  let precompressor: Precompressor | undefined;

  const files = createStaticFiles(join(releasesDir, 'current'));
  const route = (path: string, query: string): Handler | undefined => {
    if (path === '/api/health') {
      return () =>
        healthResponse(
          { live, pictures: room?.failures, outbox: comments?.state() },
          config.studioOrigin,
        );
    }
    if (path === '/api/comments') {
      return (request, address) => comments?.handle(request, address) ?? notYet();
    }
    if (path === '/comments/received/' && query !== '' && publisher !== undefined) {
      return renderForReader(publisher, path + query);
    }
    const redirect = publisher && redirectAt(publisher.catalogue, path);
    const move = redirect && toMove(redirect);
    return move && (() => moved(move));
  };

  /** Leads readers of an old address to the new one. */
  const lead = async (pages: readonly PageMove[]): Promise<void> => {
    if (publisher === undefined) return;
    try {
      await writeRedirects(createWriter(config), publisher.catalogue, pages);
    } catch (error) {
      log(`A redirect from ${pages[0]?.from} could not be written: ${messageOf(error)}`);
    }
  };

  const readMoves = ({ catalogue }: PublisherOptions): void => {
    const file = join(config.dataDir, 'site/redirects.map');
    const isNew = writeRedirectsMap(file, redirectsOf(catalogue));
    if (isNew && config.proxies > 0) log('Addresses have moved: reload nginx, so that it knows.');
    const found = circlesIn(catalogue);
    const added = found.filter((from) => !circles.includes(from));
    if (added.length > 0) log(`${inCircles(added)} Mend or delete one of them in the Studio.`);
    circles = found;
  };

  /** Pages are read without comments too: what keeps those from being taken is told, and no more. */
  const openCommentsIfPossible = (site: PublisherOptions): Comments | undefined => {
    try {
      return openComments(config, site, log);
    } catch (error) {
      log(
        `Comments are off: ${messageOf(error)}. Mend or remove ${config.dataDir}/site/outbox.sqlite.`,
      );
      return undefined;
    }
  };

  const open = async (): Promise<void> => {
    const source = createDocumentSource(createReader(config), config.siteUrl);
    const compiledDir = join(config.dataDir, 'site/compiled');
    const { siteUrl, commentsUrl, mail } = config;
    // The form offers mail only where there is some.
    const settings = [siteUrl, commentsUrl, mail === undefined ? 'no mail' : 'mail'];
    const pictures = openPictures(config);
    const options = { source, compiledDir, releases, snapshot, settings, pictures, now, log };
    while (publisher === undefined) {
      try {
        publisher = await openSite(options);
      } catch (error) {
        log(`The site could not be written: ${messageOf(error)}. Trying again.`);
        await delay(RETRY_MS, undefined, { signal: stopping.signal });
      }
    }
    const { catalogue, dir } = publisher;
    comments = openCommentsIfPossible(publisher);
    room = openPictureRoom({
      pictures,
      settings: { dataDir: config.dataDir, sanityApiHost: config.sanityApiHost },
      isWanted: (path) => pictureNamed(path, catalogue) !== undefined,
      onError: log,
    });
    room.later(cards(catalogue));
    search = createSearchIndexer({ dir: () => dir, delayMs: SEARCH_DELAY_MS, log });
    search.changed();
    readMoves(publisher);
    precompressor = createPrecompressor(publisher.dir, () => live?.isCurrent() === false);
    precompressor.addAll();
    live = startLiveSite({
      ...publisher,
      source,
      now,
      onError: log,
      snapshot,
      onMoved: (pages) => void lead(pages),
      onPublished: ({ written, removed }, milliseconds) => {
        for (const path of written) precompressor?.add(path);
        for (const path of removed) precompressor?.remove(path);
        const count = written.length + removed.length;
        room?.later(cardsOf(written, catalogue));
        if (count > 0) search?.changed();
        if (count > 0 && publisher !== undefined) readMoves(publisher);
        if (count > 0) log(`Published ${count} files in ${Math.round(milliseconds)} ms`);
      },
    });
  };

  const { host, port, proxies } = config;
  const { url, close } = await listen({ host, port, proxies, files, route, log });
  const opened = open().catch((error: unknown) => {
    if (!stopping.signal.aborted) log(`The site stopped: ${messageOf(error)}`);
  });
  return {
    url,
    opened,
    async close() {
      stopping.abort();
      live?.stop();
      await close();
      await opened;
      await Promise.all([precompressor?.close(), room?.close(), search?.close()]);
      await comments?.close();
      snapshot.close();
    },
  };
}

/** A page that depends on the request, made for this reader alone. */
function renderForReader({ site }: PublisherOptions, address: string): Handler {
  return async () => {
    const page = await site.render(address);
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
    return new Response(await page.text(), { status: page.status, headers });
  };
}

function inCircles(addresses: readonly string[]): string {
  return `These redirects lead in a circle, so nobody is sent there: ${addresses.join(', ')}.`;
}

function moved({ status, location }: Move): Response {
  return new Response(null, { status, headers: { location } });
}

function notYet(): Response {
  return new Response(
    'Comments cannot be taken just now. Go back and send it again in a minute.\n',
    {
      status: 503,
      headers: { 'retry-after': '30', 'content-type': 'text/plain; charset=utf-8' },
    },
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
