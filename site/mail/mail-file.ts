import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { z } from 'zod';

/** Its name, in the site's folder. */
export const MAIL_FILE = 'mail.sqlite';

// FULL syncs the log to disk at every commit; secure_delete leaves nothing in free pages.
const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA busy_timeout = 5000`;

const TABLES = `
  CREATE TABLE IF NOT EXISTS errands (
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    since INTEGER NOT NULL,
    due INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (kind, subject)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS seen (
    event TEXT NOT NULL,
    comment TEXT NOT NULL,
    PRIMARY KEY (comment, event)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS to_tell (
    moderator TEXT NOT NULL,
    comment TEXT NOT NULL,
    PRIMARY KEY (moderator, comment)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS told (
    moderator TEXT PRIMARY KEY,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS mailed (
    address TEXT NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS mailed_address ON mailed (address)`;

/**
 * The file behind the mail: what is to be sent, and what has been.
 *
 * It holds ids of comments and marks of addresses; never an address, a name or a text.
 */
export interface MailFile {
  readonly database: DatabaseSync;
  /** All of the work is kept, or, when it throws, none. */
  together: <T>(work: () => T) => T;
  close: () => void;
}

/**
 * Opens the file, making it (for this user only) and its folder when they are not there.
 *
 * @throws Error when it cannot be opened or written
 */
export function openMailFile(file: string): MailFile {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Made first so that nobody else may read it; SQLite's log takes over the permissions.
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file);
  database.exec(PRAGMAS);
  database.exec(TABLES);
  return {
    database,
    together(work) {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => database.close(),
  };
}

const countRow = z.object({ count: z.number() });

/** The count that a statement with the column `count` gives. */
export function readCount(row: unknown): number {
  return countRow.parse(row).count;
}
