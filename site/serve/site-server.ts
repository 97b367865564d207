import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { serve, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import { redirectAt } from '../cms/addresses.ts';
import { createReader } from '../cms/client.ts';
import { createDocumentSource } from '../cms/documents-source.ts';
import type { Redirect } from '../cms/sanity.types.ts';
import type { SiteConfig } from '../cms/site-config.ts';
import type { Comments } from '../comments/comments.ts';
import { startLiveSite, type LiveSite } from '../publish/live-site.ts';
import { openSite } from '../publish/open-site.ts';
import type { PublisherOptions } from '../publish/publisher.ts';
import { openReleases } from '../publish/releases.ts';
import { openComments } from './reader-comments.ts';
import { createStaticFiles, SECURITY_HEADERS } from './static-files.ts';

export interface SiteServer {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** Settles when every page is written and the store is followed. */
  readonly opened: Promise<void>;
  close(): Promise<void>;
}

const RETRY_MS = 1000;

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
  const releases = openReleases(resolve(config.dataDir, 'site/releases'));
  const stopping = new AbortController();
  let publisher: PublisherOptions | undefined;
  let live: LiveSite | undefined;
  let comments: Comments | undefined;

  const files = createStaticFiles(() => releases.current() ?? join(config.dataDir, 'site/none'));
  const answer = (request: Request, address: string): Response | Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    if (pathname === '/api/health') return health(live, comments);
    if (pathname === '/api/comments') return comments?.handle(request, address) ?? notYet();
    if (pathname === '/comments/received/' && search !== '' && publisher !== undefined) {
      return renderForReader(publisher, pathname + search);
    }
    const redirect = publisher && redirectAt(publisher.catalogue, pathname);
    if (redirect !== undefined) return moved(redirect);
    return files(request);
  };

  const open = async (): Promise<void> => {
    const source = createDocumentSource(createReader(config));
    const compiledDir = join(config.dataDir, 'site/compiled');
    const options = { source, compiledDir, releases, now, log };
    while (publisher === undefined) {
      try {
        publisher = await openSite(options);
      } catch (error) {
        log(`The site could not be written: ${messageOf(error)}. Trying again.`);
        await delay(RETRY_MS, undefined, { signal: stopping.signal });
      }
    }
    comments = openComments(config, publisher, log);
    live = startLiveSite({
      ...publisher,
      source,
      now,
      onError: log,
      onPublished: ({ written, removed }, milliseconds) => {
        const count = written.length + removed.length;
        if (count > 0) log(`Published ${count} files in ${Math.round(milliseconds)} ms`);
      },
    });
  };

  const { url, close } = await listen(config, answer);
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
      await comments?.close();
    },
  };
}

/** A page that depends on the request, made for this reader alone. */
async function renderForReader({ site }: PublisherOptions, address: string): Promise<Response> {
  const page = await site.render(address);
  return new Response(await page.text(), {
    status: page.status,
    headers: {
      ...SECURITY_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    },
  });
}

function moved({ to, permanent }: Redirect): Response {
  return new Response(null, { status: permanent ? 301 : 302, headers: { location: to } });
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

function health(live: LiveSite | undefined, comments: Comments | undefined): Response {
  const current = live?.isCurrent() ?? false;
  const failures = [...(live?.failures.values() ?? [])];
  const outbox = comments?.state();
  return Response.json(
    { status: current && failures.length === 0 ? 'ok' : 'behind', current, failures, outbox },
    { headers: { 'cache-control': 'no-store' } },
  );
}

interface Listening {
  readonly url: string;
  readonly close: () => Promise<void>;
}

function listen(
  { host, port }: SiteConfig,
  answer: (request: Request, address: string) => Response | Promise<Response>,
): Promise<Listening> {
  const fetch = (request: Request, { incoming }: HttpBindings | Http2Bindings) =>
    answer(request, incoming.socket.remoteAddress ?? '');
  return new Promise((resolveListening, reject) => {
    const server = serve({ fetch, hostname: host, port }, (info) => {
      resolveListening({
        url: `http://${host}:${info.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use. Set SITE_PORT to a free one, or stop what uses it.`)
          : error,
      );
    });
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
