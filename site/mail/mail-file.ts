import type { DatabaseSync } from 'node:sqlite';

import { z } from 'zod';
import { openPrivateFile } from '../privacy/private-file.ts';

/** Its name, in the site's folder. */
export const MAIL_FILE = 'mail.sqlite';

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
  const database = openPrivateFile(file);
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
