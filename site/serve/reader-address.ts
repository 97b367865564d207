import type { IncomingMessage } from 'node:http';

/**
 * The network address a request came from.
 *
 * Anybody may write an `X-Forwarded-For`. Each proxy appends whom it was asked by, so with that many
 * proxies of our own, that many from the end is the last one that none of them took on trust.
 *
 * @param proxies how many of our own stand in front; with 0 the header is not read
 */
export function readerAddress(request: IncomingMessage, proxies: number): string {
  const direct = request.socket.remoteAddress ?? '';
  if (proxies === 0) return direct;
  const header = request.headers['x-forwarded-for'];
  const told = (typeof header === 'string' ? header : '').split(',').map((part) => part.trim());
  return told.at(-proxies) || direct;
}
