import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Presence } from './presence.ts';

const MAX_SOCKETS = 500;
const MAX_FRAME = 64_000;
/** A socket whose unread frames pass this is dropped. */
const MAX_WAITING = 1_000_000;
const SIGN_IN_WITHIN = 10_000;
const PING_EVERY = 30_000;

/** The part of an HTTP server that hands over connections which ask for another protocol. */
interface UpgradeSource {
  on(
    event: 'upgrade',
    listener: (request: IncomingMessage, socket: Duplex, head: Buffer) => void,
  ): unknown;
}

/** Serves presence over websockets. `isAllowed` looks at host, origin and path. Returns the way to stop. */
export function servePresence(
  server: UpgradeSource,
  presence: Presence,
  isAllowed: (request: IncomingMessage) => boolean,
): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME });
  const answered = new WeakSet<object>();

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    if (!isAllowed(request) || presence.size() >= MAX_SOCKETS) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => {
      const member = presence.join({
        send(text) {
          if (ws.bufferedAmount > MAX_WAITING) ws.terminate();
          else ws.send(text);
        },
      });
      const timer = setTimeout(() => {
        if (!member.isSignedIn()) ws.close(4401, 'Sign in first.');
      }, SIGN_IN_WITHIN);
      answered.add(ws);
      ws.on('pong', () => answered.add(ws));
      ws.on('error', () => ws.terminate());
      ws.on('message', (data, binary) => {
        if (!binary) member.receive(toText(data));
      });
      ws.on('close', () => {
        clearTimeout(timer);
        member.leave();
      });
    });
  });

  // A socket that did not answer the last ping is gone, even if nobody said so.
  const pings = setInterval(() => {
    for (const ws of sockets.clients) {
      if (answered.delete(ws)) ws.ping();
      else ws.terminate();
    }
  }, PING_EVERY);
  pings.unref();

  return () => {
    clearInterval(pings);
    for (const ws of sockets.clients) ws.terminate();
    sockets.close();
  };
}

function toText(data: Buffer | ArrayBuffer | Buffer[]): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data).toString('utf8');
}
