import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { z } from 'zod';

import { heldCommentShape } from './held-comment.ts';
import type { HeldComment } from './held-comment.ts';

/** A comment that waits for its delivery. */
export interface Waiting {
  comment: HeldComment;
  /** Deliveries that were tried. */
  attempts: number;
}

/** What the health page may tell: counts and reasons, nothing personal. */
export interface OutboxState {
  waiting: number;
  parked: number;
  /** Why comments were parked, each reason once. */
  reasons: readonly string[];
}

/** A durable queue of accepted comments. Every method finishes before it returns. */
export interface Outbox {
  /** When this returns, the comment survives a crash of the process and of the machine. */
  add: (comment: HeldComment, now: Date) => void;
  /** The comments whose time has come, oldest first. */
  due: (now: Date) => Waiting[];
  /** When the next comment is due, or `undefined` when none waits. */
  nextDue: () => Date | undefined;
  /** Forgets the comment and everything personal about it. */
  delivered: (id: string) => void;
  retry: (id: string, at: Date) => void;
  /** Sets the comment aside; the next start tries it again. */
  park: (id: string, reason: string) => void;
  unparkAll: (now: Date) => void;
  state: () => OutboxState;
  close: () => void;
}

const TABLE = `
  CREATE TABLE IF NOT EXISTS waiting (
    id TEXT PRIMARY KEY,
    comment TEXT NOT NULL,
    due INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    parked TEXT
  ) STRICT`;

// FULL syncs the log to disk at every commit; secure_delete leaves no personal data in free pages.
const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA busy_timeout = 5000`;

const dueRow = z.object({ id: z.string(), comment: z.string(), attempts: z.number() });
const nextRow = z.object({ due: z.number().nullable() });
const countRow = z.object({ waiting: z.number(), parked: z.number() });
const reasonRow = z.object({ parked: z.string() });

/**
 * Opens the queue, making the file (for this user only) and its folder when they are not there.
 *
 * @throws Error when the file cannot be opened or written
 */
export function openOutbox(file: string): Outbox {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Made first so that nobody else may read it; SQLite's log takes over the permissions.
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file);
  database.exec(PRAGMAS);
  database.exec(TABLE);
  const insert = database.prepare('INSERT INTO waiting (id, comment, due) VALUES (?, ?, ?)');
  const selectDue = database.prepare(
    'SELECT id, comment, attempts FROM waiting WHERE parked IS NULL AND due <= ? ORDER BY due, rowid',
  );
  const selectNext = database.prepare('SELECT min(due) AS due FROM waiting WHERE parked IS NULL');
  const remove = database.prepare('DELETE FROM waiting WHERE id = ?');
  const postpone = database.prepare(
    'UPDATE waiting SET due = ?, attempts = attempts + 1 WHERE id = ?',
  );
  const setAside = database.prepare('UPDATE waiting SET parked = ? WHERE id = ?');
  const bringBack = database.prepare(
    'UPDATE waiting SET parked = NULL, attempts = 0, due = ? WHERE parked IS NOT NULL',
  );
  const count = database.prepare(
    'SELECT count(*) FILTER (WHERE parked IS NULL) AS waiting, count(parked) AS parked FROM waiting',
  );
  const selectReasons = database.prepare(
    'SELECT DISTINCT parked FROM waiting WHERE parked IS NOT NULL ORDER BY parked LIMIT 10',
  );
  const nextDue = () => nextRow.parse(selectNext.get()).due ?? undefined;

  return {
    add: (comment, now) => void insert.run(comment.id, JSON.stringify(comment), now.getTime()),
    due: (now) =>
      z
        .array(dueRow)
        .parse(selectDue.all(now.getTime()))
        .flatMap(({ id, comment: text, attempts }) => {
          const comment = parseComment(text);
          if (comment === undefined) setAside.run('Its entry in the outbox cannot be read.', id);
          return comment === undefined ? [] : [{ comment, attempts }];
        }),
    nextDue: () => {
      const due = nextDue();
      return due === undefined ? undefined : new Date(due);
    },
    delivered(id) {
      remove.run(id);
      // The log still holds what was deleted until it is written back and cut.
      if (nextDue() === undefined) database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    retry: (id, at) => void postpone.run(at.getTime(), id),
    park: (id, reason) => void setAside.run(reason, id),
    unparkAll: (now) => void bringBack.run(now.getTime()),
    state: () => ({
      ...countRow.parse(count.get()),
      reasons: z
        .array(reasonRow)
        .parse(selectReasons.all())
        .map(({ parked }) => parked),
    }),
    close: () => database.close(),
  };
}

function parseComment(text: string): HeldComment | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return heldCommentShape.safeParse(json).data;
  } catch {
    return undefined;
  }
}
