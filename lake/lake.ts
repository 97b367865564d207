import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createAssets } from './assets/assets.ts';
import { createAccounts } from './auth/accounts.ts';
import { createKeyValues } from './auth/key-values.ts';
import { StartError } from './failure.ts';
import { createHandler } from './http/app.ts';
import type { Services } from './http/context.ts';
import { checkHost, isLoopback } from './http/hosts.ts';
import { createHistory } from './history/history.ts';
import { forgetDeleted } from './history/retention.ts';
import { createListeners } from './listen/listeners.ts';
import { createPresence } from './presence/presence.ts';
import { servePresence } from './presence/sockets.ts';
import { createPool } from './query/pool.ts';
import { DATABASE_FILE, lockFolder, openDatabase } from './store/database.ts';
import { createErasure } from './store/erasure.ts';
import { createStore } from './store/store.ts';

export interface LakeOptions {
  /** The data folder; made if it is missing. */
  dir: string;
  projectId?: string;
  dataset?: string;
  host?: string;
  /** 0 picks a free port. */
  port?: number;
  /** Host names besides localhost that requests may name. Without them only loopback is served. */
  publicHosts?: readonly string[];
  studioOrigins?: readonly string[];
  /** The token of the robot user "site", who may write. */
  robotToken?: string | undefined;
  queryThreads?: number;
  /** Milliseconds a query may take. */
  queryDeadline?: number;
  /** Megabytes of heap for each query thread. */
  queryMemory?: number;
  /** Days after which the past of a wholly deleted document is forgotten. */
  historyDays?: number;
  clock?: () => Date;
  log?: (message: string) => void;
}

export interface Lake {
  url: string;
  port: number;
  /** A fresh one-time link that signs an administrator in to the Studio at `origin`. */
  signInLink(origin?: string): string;
  /** Ends every connection and thread and closes the database. */
  close(): Promise<void>;
}

/** Starts a lake on a folder. Throws StartError when folder, database or port cannot be used. */
export async function createLake(options: LakeOptions): Promise<Lake> {
  const { dir, projectId = 'lymphwise', dataset = 'production' } = options;
  const { host = '127.0.0.1', publicHosts = [] } = options;
  const { studioOrigins = ['http://localhost:3333'], clock = () => new Date() } = options;
  if (!isLoopback(host) && publicHosts.length === 0) {
    throw new StartError(`The host ${host} is not loopback: name the public hosts to allow it.`);
  }
  const db = openDatabase(dir);
  const closers: (() => unknown)[] = [() => db.close()];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    const lock = lockFolder(dir);
    closers.push(() => lock.close());
    const erasure = createErasure(db);
    closers.push(() => erasure.close());
    const store = createStore(db, clock, erasure);
    const accounts = createAccounts(db, clock);
    if (options.robotToken !== undefined) {
      accounts.setRobotToken(accounts.ensureUser('site', 'editor', true).id, options.robotToken);
    }
    const forget = (): void => {
      if (forgetDeleted(db, clock(), options.historyDays ?? 30) > 0) erasure.wake();
    };
    forget();
    erasure.wake();
    const daily = setInterval(forget, 86_400_000);
    daily.unref();
    closers.push(() => clearInterval(daily));
    const pool = createPool({
      file: join(dir, DATABASE_FILE),
      size: options.queryThreads ?? 2,
      deadline: options.queryDeadline ?? 5000,
      memory: options.queryMemory ?? 1024,
    });
    closers.push(() => pool.close());
    const listeners = createListeners(pool);
    store.subscribe((transaction) => listeners.hear(transaction));

    let port = 0;
    const services: Services = {
      projectId,
      dataset,
      studioOrigins,
      publicHosts,
      url: () => `http://${isLoopback(host) ? 'localhost' : (publicHosts[0] ?? host)}:${port}`,
      accounts,
      assets: createAssets(join(dir, 'assets')),
      history: createHistory(db, store.documents),
      keyValues: createKeyValues(db),
      listeners,
      pool,
      store,
      log: options.log ?? (() => undefined),
    };
    const server = createAdaptorServer({
      fetch: createHandler(services),
      serverOptions: { maxHeaderSize: 32_768 },
    });
    const presence = createPresence((token) => accounts.findByToken(token)?.id);
    const stopPresence = servePresence(server, presence, ({ headers, url }) => {
      const origin = headers.origin ?? '';
      return (
        checkHost(headers.host, publicHosts).allowed &&
        (origin === '' || studioOrigins.includes(origin)) &&
        new URL(url ?? '/', 'http://localhost').pathname.endsWith(`/socket/${dataset}`)
      );
    });
    port = await listen(server, host, options.port ?? 0);
    closers.push(async () => {
      listeners.close();
      stopPresence();
      const closed = new Promise((resolve) => void server.close(resolve));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    });

    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
      port,
      signInLink(origin = studioOrigins[0] ?? '') {
        const code = accounts.createCode(
          accounts.ensureUser('Administrator', 'administrator').id,
          'link',
        );
        return toSignInLink({ projectId, port, code, origin });
      },
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** The address that trades a code for a session. Browsers resolve `*.localhost` to this machine. */
export function toSignInLink(link: {
  projectId: string;
  port: number;
  code: string;
  origin: string;
}): string {
  const { projectId, port, code, origin } = link;
  const query = new URLSearchParams({ origin });
  return `http://${projectId}.localhost:${port}/v1/auth/sign-in/${code}?${query}`;
}

function listen(
  server: ReturnType<typeof createAdaptorServer>,
  host: string,
  port: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const used = 'code' in error && error.code === 'EADDRINUSE';
      const reason = used ? 'another program uses it' : error.message;
      reject(
        new StartError(
          `Port ${port} on ${host} cannot be opened (${reason}). Set LAKE_PORT to a free one.`,
        ),
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
