import type { Accounts, User } from '../auth/accounts.ts';
import { plainFailure } from '../failure.ts';
import type { Assets } from '../assets/assets.ts';
import type { History } from '../history/history.ts';
import type { Listeners } from '../listen/listeners.ts';
import type { Pool } from '../query/pool.ts';
import type { Store } from '../store/store.ts';

/** What the handlers work with. */
export interface Services {
  projectId: string;
  dataset: string;
  /** Origins of Studios: they may sign people in and read answers in a browser. */
  studioOrigins: readonly string[];
  publicHosts: readonly string[];
  /** Where this server is reached, without a slash at the end. Known once it listens. */
  url(): string;
  accounts: Accounts;
  assets: Assets;
  history: History;
  keyValues: KeyValues;
  listeners: Listeners;
  pool: Pool;
  store: Store;
  log(message: string): void;
}

/** Small settings a person's Studio keeps: list layouts, sort orders. */
export interface KeyValues {
  get(userId: string, keys: readonly string[]): { key: string; value: unknown }[];
  set(userId: string, key: string, value: unknown): void;
}

/** Who sent a request: undefined without a token. Throws a 401 for a token that is not (or no longer) good. */
export function findUser(services: Services, request: Request): User | undefined {
  const header = request.headers.get('authorization');
  if (header === null || header === '') return undefined;
  const token = /^Bearer\s+(\S+)$/i.exec(header)?.[1];
  const user = token === undefined ? undefined : services.accounts.findByToken(token);
  if (user === undefined) throw unauthorized();
  return user;
}

export function requireUser(services: Services, request: Request): User {
  const user = findUser(services, request);
  if (user === undefined) throw unauthorized();
  return user;
}

/** Who sent a request that changes documents. Throws a 401 without a token and a 403 for viewers. */
export function requireWriter(services: Services, request: Request): User {
  const user = requireUser(services, request);
  if (user.role === 'viewer') {
    throw plainFailure(403, 'Insufficient permissions; permission "update" required');
  }
  return user;
}

function unauthorized(): Error {
  return plainFailure(401, 'Unauthorized - Session not found', 'SIO-401-ANF');
}
