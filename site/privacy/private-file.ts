import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

// FULL syncs the log to disk at every commit; secure_delete leaves no personal data in free pages.
const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA busy_timeout = 5000`;

/**
 * Opens a database of what only we are told, making it (for this user only) and its folder when they are
 * not there. What is committed is on the disk, and what is deleted is not.
 *
 * @throws Error when it cannot be opened or written
 */
export function openPrivateFile(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Made first so that nobody else may read it; SQLite's log takes over the permissions.
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file);
  database.exec(PRAGMAS);
  return database;
}
