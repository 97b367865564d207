import { randomUUID } from 'node:crypto';
import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** One open socket, seen from here. */
export interface Peer {
  send(text: string): void;
}

/** Who is looking at what: passes announcements between everybody who is signed in. */
export interface Presence {
  join(peer: Peer): Member;
  size(): number;
}

export interface Member {
  /** Handles one text frame. */
  receive(text: string): void;
  isSignedIn(): boolean;
  /** Tells the others that this peer is gone. */
  leave(): void;
}

interface Seat {
  peer: Peer;
  userId: string | undefined;
  subscriptionId: string | undefined;
  sessionId: string | undefined;
}

const HEARTBEAT = '♥';

/** `findUserId` gives the user behind a token, or undefined. */
export function createPresence(findUserId: (token: string) => string | undefined): Presence {
  const seats = new Set<Seat>();

  const broadcast = (from: Seat, result: JsonObject): void => {
    for (const seat of seats) {
      if (seat === from || seat.userId === undefined || seat.subscriptionId === undefined) continue;
      const params = { subscription: seat.subscriptionId, result };
      seat.peer.send(JSON.stringify({ jsonrpc: '2.0', method: 'presence_subscription', params }));
    }
  };

  const disconnect = (seat: Seat, session: unknown): void => {
    if (typeof session !== 'string' || seat.userId === undefined) return;
    broadcast(seat, { type: 'disconnect', i: seat.userId, m: { session } });
  };

  /** The result of a request; undefined when it is refused. */
  const answer = (seat: Seat, method: string, params: JsonObject): unknown => {
    if (method === 'authorization') {
      const token = /^Bearer\s+(\S+)$/i.exec(String(params['authorization']))?.[1];
      seat.userId = token === undefined ? undefined : findUserId(token);
      return seat.userId === undefined ? undefined : 'ok';
    }
    if (seat.userId === undefined) return undefined;
    switch (method) {
      case 'presence_subscribe':
        seat.subscriptionId = randomUUID();
        return seat.subscriptionId;
      case 'presence_unsubscribe':
        seat.subscriptionId = undefined;
        return 'ok';
      case 'presence_rollcall':
        broadcast(seat, { type: 'rollCall', i: seat.userId, session: params['session'] });
        return 'ok';
      case 'presence_announce': {
        const data = isObject(params['data']) ? params['data'] : {};
        if (typeof data['sessionId'] === 'string') seat.sessionId = data['sessionId'];
        const { sessionId, locations } = data;
        broadcast(seat, { type: 'state', i: seat.userId, m: { sessionId, locations } });
        return 'ok';
      }
      case 'presence_disconnect':
        disconnect(seat, params['session']);
        return 'ok';
      default:
        return 'ok';
    }
  };

  return {
    size: () => seats.size,
    join(peer) {
      const seat: Seat = {
        peer,
        userId: undefined,
        subscriptionId: undefined,
        sessionId: undefined,
      };
      seats.add(seat);
      return {
        isSignedIn: () => seat.userId !== undefined,
        receive(text) {
          if (text === HEARTBEAT) return;
          const request = parseRequest(text);
          const id = request?.['id'] ?? null;
          const method = request?.['method'];
          const params = isObject(request?.['params']) ? request['params'] : {};
          if (typeof method !== 'string') {
            peer.send(toError(id, -32_600, 'Invalid request'));
            return;
          }
          const result = answer(seat, method, params);
          peer.send(
            result === undefined
              ? toError(id, -32_001, 'Unauthorized')
              : JSON.stringify({ jsonrpc: '2.0', id, result }),
          );
        },
        leave() {
          if (seats.delete(seat)) disconnect(seat, seat.sessionId);
        },
      };
    },
  };
}

function parseRequest(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function toError(id: unknown, code: number, message: string): string {
  return JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } });
}
