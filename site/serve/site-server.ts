import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createReader, createWriter } from '../cms/client.ts';
import {
  createDocumentSource,
  type DocumentChange,
  type DocumentSource,
} from '../cms/documents-source.ts';
import type { SiteConfig } from '../cms/parse-site-config.ts';
import { findTokenProblem } from '../cms/token-problem.ts';
import type { Comment } from '../cms/sanity.types.ts';
import type { Comments } from '../comments/comments.ts';
import type { Move as PageMove } from '../cms/led-addresses.ts';
import { groupFailures, type FailureGroup } from '../publish/failure-groups.ts';
import type { Progress } from '../publish/progress.ts';
import type { PublisherOptions } from '../publish/publisher.ts';
import { createRedirectWriter, type WriteRedirects } from '../publish/redirect-writer.ts';
import { contestedFailures, rejectionFailures } from '../publish/rejections.ts';
import { openReleases } from '../publish/releases.ts';
import { runSite, type RunningSite } from '../publish/run-site.ts';
import { openSnapshot } from '../publish/snapshot.ts';
import { createHealth, type HealthParts } from './health.ts';
import { listen, type Handler } from './listen.ts';
import {
  describeCircles,
  describeDead,
  describeUnused,
  openMovedAddresses,
  type MovedAddresses,
} from './moved-addresses.ts';
import { COMMENTS_PATH } from '../comments/routes.ts';
import { messageOf } from '../message-of.ts';
import { openComments } from './reader-comments.ts';
import { movedResponse } from './redirects.ts';
import { commentsOff, noPages } from './not-yet.ts';
import { createStaticFiles } from './static-files.ts';

export interface SiteServer {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** Settles when every page is written and the store is followed. */
  readonly opened: Promise<void>;
  close(): Promise<void>;
}

/** Who is told how it goes. */
export interface Listener {
  /** What happens, a line each; never anything personal. */
  readonly log: (line: string) => void;
  /** Now and then, how many pages are written while all of them are. */
  readonly onProgress: Progress;
}

/**
 * Serves the site, publishes what changes in the store, and takes comments.
 *
 * Answers at once with the pages of the last run where there are any.
 *
 * @throws Error when the port is in use or the data folder cannot be written
 */
export async function startSiteServer(
  config: SiteConfig,
  { log, onProgress }: Listener,
): Promise<SiteServer> {
  const { dataDir } = config;
  const releasesDir = resolve(dataDir, 'site/releases');
  const releases = openReleases({
    dir: releasesDir,
    shared: {
      images: resolve(dataDir, 'site/pictures/images'),
      og: resolve(dataDir, 'site/pictures/og'),
      pagefind: resolve(dataDir, 'site/search'),
    },
  });
  const snapshot = openSnapshot(resolve(dataDir, 'site/published.sqlite'));
  const stopping = new AbortController();
  let running: RunningSite | undefined;
  let comments: Comments | undefined;
  let addresses: MovedAddresses | undefined;
  let redirect: WriteRedirects | undefined;
  let tokenProblem: string | undefined;

  const source = createDocumentSource(createReader(config), config.siteUrl);
  const served = join(releasesDir, 'current');
  const files = createStaticFiles(served);
  const healthParts = (): HealthParts => {
    const { circles = [], unused = [], dead = [] } = addresses ?? {};
    const warnings = [
      ...(tokenProblem === undefined ? [] : [tokenProblem]),
      ...(circles.length > 0 ? [describeCircles(circles)] : []),
      ...(unused.length > 0 ? [describeUnused(unused)] : []),
      ...(dead.length > 0 ? [describeDead(dead)] : []),
      ...[running?.codeProblem()].flatMap((problem) => problem ?? []),
      ...(comments?.warnings() ?? []),
    ];
    const failures = running === undefined ? [] : failuresOf(running, source);
    const isCurrent = running?.live.isCurrent() ?? false;
    return { isCurrent, failures, outbox: comments?.state(), warnings };
  };
  const health = createHealth(healthParts, config.studioOrigin);
  const route = (path: string): Handler | undefined => {
    if (path === '/api/health') return health;
    if (path === COMMENTS_PATH || path.startsWith(`${COMMENTS_PATH}/`)) {
      return (request, address) => comments?.handle(request, address) ?? commentsOff(request);
    }
    if (running === undefined && !existsSync(served)) return noPages;
    const move = addresses?.at(path);
    return move && (() => movedResponse(move));
  };

  /** Leads readers of an old address to the new one. */
  const lead = async (pages: readonly PageMove[]): Promise<void> => {
    const catalogue = running?.publisher.catalogue;
    if (catalogue === undefined) return;
    try {
      const { signal } = stopping;
      redirect ??= createRedirectWriter({ client: createWriter(config), catalogue, log, signal });
      await redirect(pages);
    } catch (error) {
      log(`Nobody is led from ${pages[0]?.from} to its new address: ${messageOf(error)}`);
    }
  };

  /** Pages are read without comments too: what keeps those from being taken is told, and no more. */
  const openCommentsIfPossible = async (site: PublisherOptions): Promise<Comments | undefined> => {
    try {
      return await openComments(config, site, log);
    } catch (error) {
      log(`Comments are off: ${messageOf(error)}. Mend or remove ${dataDir}/site/outbox.sqlite.`);
      return undefined;
    }
  };

  const checkToken = async (): Promise<void> => {
    tokenProblem = await findTokenProblem(config);
    if (tokenProblem !== undefined) log(tokenProblem);
  };

  const open = async (): Promise<void> => {
    const opened = await runSite({
      config,
      source,
      releases,
      snapshot,
      signal: stopping.signal,
      onMoved: lead,
      onPublished: (paths, changes) => {
        addresses?.published(paths);
        comments?.published(commentsIn(changes));
      },
      onProgress,
      log,
    });
    running = opened;
    comments = await openCommentsIfPossible(opened.publisher);
    comments?.published(opened.publisher.catalogue.all('comment'));
    addresses = openMovedAddresses({
      catalogue: opened.publisher.catalogue,
      mapFile: join(dataDir, 'site/redirects.map'),
      proxied: config.proxies > 0,
      log,
    });
  };

  const { host, port, proxies } = config;
  const { url, close } = await listen({ host, port, proxies, files, route, log });
  void checkToken();
  const opened = open().catch((error: unknown) => {
    if (!stopping.signal.aborted) log(`The site stopped: ${messageOf(error)}`);
  });
  return {
    url,
    opened,
    async close() {
      stopping.abort();
      // At once: a compiler that Ctrl-C ends as well has not failed.
      const closing = running?.close();
      await close();
      await opened;
      await closing;
      await comments?.close();
      snapshot.close();
    },
  };
}

/** Pages, pictures and documents that readers do not see as they are published. */
function failuresOf(
  { live, pictureFailures, publisher }: RunningSite,
  { rejected }: DocumentSource,
): readonly FailureGroup[] {
  return groupFailures([
    ...live.failures.values(),
    ...pictureFailures.values(),
    ...rejectionFailures(rejected, publisher.catalogue),
    ...contestedFailures(publisher.catalogue),
  ]);
}

function commentsIn(changes: readonly DocumentChange[]): readonly Comment[] {
  return changes.flatMap(({ doc }) => (doc?._type === 'comment' ? [doc] : []));
}
