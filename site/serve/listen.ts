import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import { readerAddress } from './reader-address.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { queryOf, toSitePath } from './site-path.ts';
import type { StaticFiles } from './static-files.ts';
import { nameOf } from '../message-of.ts';

/** Answers one request, from a reader at this network address. */
export type Handler = (request: Request, address: string) => Response | Promise<Response>;

export interface ListenOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** How many reverse proxies of our own stand in front. */
  readonly proxies: number;
  readonly files: StaticFiles;
  /** The handler of an address that is more than a file, where it is one; the query has its `?`. */
  readonly route: (path: string, query: string) => Handler | undefined;
  /** Told when a handler failed, a line each; never anything personal. */
  readonly log: (line: string) => void;
}

export interface Listening {
  /** Without a slash at the end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Listens for readers: files as fast as they go, everything else through a `Handler`.
 *
 * Every answer carries the security headers.
 *
 * @throws Error when the port is in use
 */
export function listen(options: ListenOptions): Promise<Listening> {
  const { host, port, files, route } = options;
  const server = createServer((request, response) => {
    const { url = '' } = request;
    const path = toSitePath(url);
    const handler = path === undefined ? undefined : route(path, queryOf(url));
    if (handler === undefined) files(request, response);
    else void answer(handler, request, response, options);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      const advice = `Port ${port} is in use. Set SITE_PORT to a free one, or stop what uses it.`;
      reject(isTaken ? new Error(advice, { cause: error }) : error);
    });
    server.listen(port, host, () => {
      resolve({
        url: `http://${host}:${portOf(server.address()) ?? port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

function portOf(address: AddressInfo | string | null): number | undefined {
  return typeof address === 'object' && address !== null ? address.port : undefined;
}

function answer(
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
  { proxies, log }: ListenOptions,
): Promise<void> {
  const address = readerAddress(request, proxies);
  // It puts lighter forms of its own in the place of the global Request and Response: half the work.
  const toNode = getRequestListener(
    async (webRequest) => withSecurity(await handler(webRequest, address)),
    {
      errorHandler: (error) => {
        if (error instanceof RequestError) return ownText(400, 'The request cannot be read.\n');
        log(`A request failed: ${nameOf(error)}`);
        return ownText(500, 'Something went wrong here. Try again in a moment.\n');
      },
    },
  );
  return toNode(request, response);
}

function ownText(status: number, text: string): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return withSecurity(new Response(text, { status, headers }));
}

function withSecurity(response: Response): Response {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
}
