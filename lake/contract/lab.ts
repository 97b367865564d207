import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@sanity/client';
import type { SanityClient } from '@sanity/client';
import { createAccounts } from '../auth/accounts.ts';
import type { Role } from '../auth/accounts.ts';
import { createLake } from '../lake.ts';
import type { Lake, LakeOptions } from '../lake.ts';
import { openDatabase } from '../store/database.ts';

/** A lake on a folder of its own, with a client that speaks to it over a real port. */
export interface Lab {
  readonly lake: Lake;
  readonly dir: string;
  /** May read and write everything. */
  readonly client: SanityClient;
  /** Has no token. */
  readonly stranger: SanityClient;
  /** The token of a person, made as if they had signed in. */
  tokenFor(name: string, role: Role): string;
  /** A plain request to a path below the API version. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Closes the lake and opens another on the same folder. */
  restart(): Promise<void>;
  end(): Promise<void>;
}

export const TOKEN = 'a-token-for-tests-that-is-long-enough';
export const ORIGIN = 'http://localhost:3333';

function clientFor(url: string, token: string | undefined): SanityClient {
  return createClient({
    projectId: 'lymphwise',
    dataset: 'production',
    apiVersion: '2026-05-01',
    apiHost: url,
    useProjectHostname: false,
    useCdn: false,
    ...(token === undefined ? {} : { token }),
  });
}

export async function openLab(options: Partial<LakeOptions> = {}): Promise<Lab> {
  const dir = mkdtempSync(join(tmpdir(), 'lake-'));
  const open = (): Promise<Lake> => createLake({ robotToken: TOKEN, ...options, dir });
  let lake = await open();
  return {
    dir,
    get lake() {
      return lake;
    },
    get client() {
      return clientFor(lake.url, TOKEN);
    },
    get stranger() {
      return clientFor(lake.url, undefined);
    },
    tokenFor(name, role) {
      const db = openDatabase(dir);
      const accounts = createAccounts(db, options.clock ?? (() => new Date()));
      const token = accounts.createToken(accounts.ensureUser(name, role).id);
      db.close();
      return token;
    },
    request(path, init = {}) {
      const headers = new Headers(init.headers);
      if (!headers.has('authorization')) headers.set('authorization', `Bearer ${TOKEN}`);
      return fetch(`${lake.url}/v2026-05-01${path}`, { ...init, headers });
    },
    async restart() {
      await lake.close();
      lake = await open();
    },
    async end() {
      await lake.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Resolves once `holds` gives a value; the test's own time limit ends the waiting. */
export async function waitFor<T>(holds: () => T | undefined): Promise<T> {
  for (;;) {
    const value = holds();
    if (value !== undefined) return value;
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}
