import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between the site and its store, and lets only so many writes through. */
export interface StoreProxy {
  readonly url: string;
  /** From now on; Infinity lets everything through. */
  limit: (writesPerSecond: number) => void;
  /** Writes that were sent back with 429 so far. */
  readonly refused: () => number;
  readonly close: () => Promise<void>;
}

const WRITES = /\/data\/(?:mutate|actions)\//;

/** @param target address of the store, without a slash at the end */
export function startStoreProxy(target: string): Promise<StoreProxy> {
  let most = Infinity;
  let second = 0;
  let inSecond = 0;
  let refused = 0;

  const isOver = (): boolean => {
    const now = Math.floor(Date.now() / 1000);
    if (now !== second) [second, inSecond] = [now, 0];
    inSecond += 1;
    return inSecond > most;
  };

  const server = createServer((request, response) => {
    const { url = '/', method, headers } = request;
    if (method === 'POST' && WRITES.test(url) && isOver()) {
      refused += 1;
      request.resume();
      response.writeHead(429, { 'retry-after': '1', 'content-type': 'application/json' });
      response.end(JSON.stringify({ statusCode: 429, error: 'Too Many Requests' }));
      return;
    }
    const onward = forward(
      target + url,
      { method, headers: { ...headers, host: new URL(target).host } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({
        url: `http://127.0.0.1:${port}`,
        limit: (writesPerSecond) => {
          most = writesPerSecond;
        },
        refused: () => refused,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
