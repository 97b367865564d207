import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import type { SanityClient } from '@sanity/client';

import { COMMENT_SETTINGS_ID, parseCommentSettings } from './comment-settings.ts';
import type { CommentSettings } from './comment-settings.ts';
import { nameOf } from '../message-of.ts';

const RETRY_MS = 2000;
const TIMEOUT_MS = 10_000;

export interface FollowOptions {
  /** May read what is private. */
  client: SanityClient;
  /** Where the last good copy is kept, readable by this user only. */
  file: string;
  /** Told once when the store cannot be read, until it can. */
  log: (line: string) => void;
}

export interface FollowedSettings {
  /** As the store told last; before it has, as the last run knew them. */
  current: () => CommentSettings;
  close: () => void;
}

/** Reads the settings of comments, and follows what moderators change. */
export function followCommentSettings({ client, file, log }: FollowOptions): FollowedSettings {
  let settings = parseCommentSettings(loadCopy(file));
  let told = false;
  let reading = false;
  let again = false;
  const end = new AbortController();
  const timers = new Set<NodeJS.Timeout>();

  const retry = (task: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      task();
    }, RETRY_MS);
    timer.unref();
    timers.add(timer);
  };

  const read = async (): Promise<void> => {
    again = reading;
    if (reading) return;
    reading = true;
    try {
      const signal = AbortSignal.any([end.signal, AbortSignal.timeout(TIMEOUT_MS)]);
      settings = parseCommentSettings(await client.getDocument(COMMENT_SETTINGS_ID, { signal }));
      told = false;
      saveCopy(file, settings);
    } catch (error) {
      fail(error, () => void read());
    } finally {
      reading = false;
    }
    if (again) await read();
  };

  const fail = (error: unknown, task: () => void): void => {
    if (end.signal.aborted) return;
    const name = nameOf(error);
    if (!told) log(`The settings of comments could not be read (${name}). The last ones hold.`);
    told = true;
    retry(task);
  };

  let subscription: { unsubscribe: () => void } | undefined;
  const follow = (): void => {
    subscription = client
      .listen(
        '*[_id == $id]',
        { id: COMMENT_SETTINGS_ID },
        { includeResult: false, visibility: 'query', events: ['welcome', 'mutation'] },
      )
      // The stream begins, and begins anew after a gap, with a welcome.
      .subscribe({ next: () => void read(), error: (error: unknown) => fail(error, follow) });
  };
  follow();

  return {
    current: () => settings,
    close() {
      end.abort();
      subscription?.unsubscribe();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** A copy that is missing or damaged is as good as none. */
function loadCopy(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function saveCopy(file: string, settings: CommentSettings): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(settings), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
