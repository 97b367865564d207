import { z } from 'zod';

import { createGroupCommit } from './group-commit.ts';
import { heldCommentShape } from './held-comment.ts';
import type { HeldComment } from './held-comment.ts';
import { openOutboxFile } from './outbox-file.ts';
import { placeShape } from './remove-comment.ts';
import type { Place } from './remove-comment.ts';
import { createParked } from './parked.ts';
import type { ParkedState } from './parked.ts';
import { createPrints } from './prints.ts';
import type { Print, Prints } from './prints.ts';

/** How long an author may change or delete a comment. */
export const CHANGE_MS = 15 * 60_000;

/** Something the store has yet to be told; `attempts` counts how often it has failed by itself. */
export type Operation = { seq: number; id: string; attempts: number } & (
  | { kind: 'post' | 'edit'; comment: HeldComment }
  | { kind: 'delete'; place: Place | undefined }
);

/** A comment that is kept here, delivered or not. */
export interface Kept {
  /** As its author wrote it last; undefined once its author has deleted it. */
  comment: HeldComment | undefined;
  /** The store has yet to be told something. */
  waiting: boolean;
}

/** What the health page may tell: counts and reasons, nothing personal. */
export interface OutboxState extends ParkedState {
  waiting: number;
  /** How many comments were given up since the start. */
  forgotten: number;
}

/**
 * What was accepted and has to reach the store, durably, and for 15 minutes more what its author may
 * still change.
 */
export interface Outbox extends Pick<Prints, 'findAgain' | 'isKnown'> {
  /**
   * When this resolves, the comment survives a crash of the process and of the machine. Gives its id,
   * or that of the same comment where one came first.
   */
  post: (comment: HeldComment, print: Print, now: Date) => Promise<string>;
  /**
   * Likewise; the comment takes the place of the one with its id, and is known again by the hash of its
   * new text only. Says whether there was one.
   */
  edit: (comment: HeldComment, text: string, now: Date) => Promise<boolean>;
  /** Likewise; what was written is forgotten here at once. */
  remove: (id: string, now: Date) => Promise<void>;
  find: (id: string) => Kept | undefined;
  /** The oldest operation of each comment whose time has come, oldest first, at most `most`. */
  due: (now: Date, most: number) => Operation[];
  /** When the next operation is due, or `undefined` when none waits. */
  nextDue: () => Date | undefined;
  /** The store knows; what is past its 15 minutes is forgotten. */
  delivered: (seqs: readonly number[], now: Date) => void;
  /**
   * Queues the removal of comments that were erased while the store was told of them.
   *
   * @returns their ids
   */
  takeBack: (told: readonly Operation[], now: Date) => ReadonlySet<string>;
  /** Counts a failure, and lets the operation wait. */
  retry: (seq: number, at: Date) => void;
  /** Sets an operation aside, to be tried again in a day. */
  park: (seq: number, reason: string, now: Date) => void;
  /** Tries again at once whatever is set aside. */
  unparkAll: (now: Date) => void;
  /**
   * Tries again what has been set aside for a day, and forgets comments that have been for 30: they keep
   * an address. Deletions hold nothing of anybody and are never given up.
   *
   * @returns the ids of those forgotten
   */
  reviewParked: (now: Date) => readonly string[];
  /** Forgets what is delivered and past its time. */
  sweep: (now: Date) => void;
  /** Comments that came from an email address, in capitals or not. */
  idsOf: (email: string) => readonly string[];
  /** Forgets comments, whatever the store was told of them. */
  erase: (ids: readonly string[]) => void;
  state: () => OutboxState;
  close: () => void;
}

const dueRow = z.object({
  seq: z.number(),
  id: z.string(),
  kind: z.enum(['post', 'edit', 'delete']),
  place: z.string().nullable(),
  attempts: z.number(),
  comment: z.string().nullable(),
});
const nextRow = z.object({ due: z.number().nullable() });
const countRow = z.object({ waiting: z.number() });
const idRow = z.object({ id: z.string() });
const busyRow = z.object({ busy: z.number() });
const keptRow = z.object({ comment: z.string().nullable(), waiting: z.number() });

/** What came before it for the same comment is told first. */
const IS_FIRST = `NOT EXISTS (
  SELECT 1 FROM operations AS earlier
  WHERE earlier.id = operations.id AND earlier.seq < operations.seq
)`;

/**
 * Opens the queue, making the file (for this user only) and its folder when they are not there.
 *
 * @throws Error when the file cannot be opened or written
 */
export function openOutbox(file: string): Outbox {
  const database = openOutboxFile(file);
  const prints = createPrints(database);
  const parked = createParked(database);
  const inGroups = createGroupCommit(database);
  const insert = database.prepare(
    'INSERT INTO comments (id, comment, email, submitted) VALUES (?, ?, ?, ?)',
  );
  const replace = database.prepare(
    'UPDATE comments SET comment = ? WHERE id = ? AND comment IS NOT NULL',
  );
  const blank = database.prepare('UPDATE comments SET comment = NULL, email = NULL WHERE id = ?');
  const queue = database.prepare(
    'INSERT INTO operations (id, kind, due, place) VALUES (?, ?, ?, ?)',
  );
  const unqueue = database.prepare('DELETE FROM operations WHERE id = ?');
  const forget = database.prepare('DELETE FROM comments WHERE id = ?');
  const selectDue = database.prepare(
    `SELECT seq, id, kind, place, attempts, comment
     FROM operations LEFT JOIN comments USING (id)
     WHERE parked IS NULL AND due <= ? AND ${IS_FIRST} ORDER BY due, seq LIMIT ?`,
  );
  const selectNext = database.prepare(
    `SELECT min(due) AS due FROM operations WHERE parked IS NULL AND ${IS_FIRST}`,
  );
  const selectKept = database.prepare(
    `SELECT comment, EXISTS (SELECT 1 FROM operations WHERE operations.id = comments.id) AS waiting
     FROM comments WHERE id = ?`,
  );
  const checkpoint = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  const finish = database.prepare('DELETE FROM operations WHERE seq = ?');
  const postpone = database.prepare(
    'UPDATE operations SET due = ?, attempts = attempts + 1 WHERE seq = ?',
  );
  const forgetOld = database.prepare(
    `DELETE FROM comments WHERE submitted < ? AND NOT EXISTS (
       SELECT 1 FROM operations WHERE operations.id = comments.id
     )`,
  );
  const count = database.prepare('SELECT count(*) AS waiting FROM operations WHERE parked IS NULL');
  const selectIds = database.prepare(
    `SELECT id FROM comments WHERE email = ?1 OR (
       email IS NULL AND json_valid(comment)
       AND lower(json_extract(comment, '$.private.email')) = ?1
     )`,
  );

  const transact = (work: () => void): void => {
    database.exec('BEGIN IMMEDIATE');
    try {
      work();
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
  let forgotten = 0;
  let uncut = false;
  /** The log still holds what was deleted until it is cut, which whoever reads it prevents for now. */
  const cut = (): void => {
    uncut = busyRow.parse(checkpoint.get()).busy !== 0;
  };
  const kept = (id: string): Kept | undefined => {
    const row = selectKept.get(id);
    if (row === undefined) return undefined;
    const { comment, waiting } = keptRow.parse(row);
    return {
      comment: comment === null ? undefined : parseComment(comment),
      waiting: waiting > 0,
    };
  };

  const sweep = (now: Date): void => {
    const { changes } = forgetOld.run(now.getTime() - CHANGE_MS);
    if (prints.sweep(now) + Number(changes) > 0 || uncut) cut();
  };
  const nextDue = () => nextRow.parse(selectNext.get()).due ?? undefined;
  const erase = (ids: readonly string[]): void => {
    transact(() => {
      for (const id of ids) {
        forget.run(id);
        unqueue.run(id);
        prints.forget(id);
      }
    });
    cut();
  };

  return {
    findAgain: prints.findAgain,
    isKnown: prints.isKnown,
    post: (comment, print, now) =>
      inGroups(() => {
        // Asked again: the same may have come while this one was looked at.
        const again = prints.findAgain(print, now);
        if (again !== undefined) return again;
        const email = comment.private.email.toLowerCase();
        insert.run(comment.id, JSON.stringify(comment), email, now.getTime());
        queue.run(comment.id, 'post', now.getTime(), null);
        prints.add(comment.id, print, now);
        return comment.id;
      }),
    edit: (comment, text, now) =>
      inGroups(() => {
        if (replace.run(JSON.stringify(comment), comment.id).changes === 0) return false;
        prints.changeText(comment.id, text);
        queue.run(comment.id, 'edit', now.getTime(), null);
        return true;
      }),
    async remove(id, now) {
      await inGroups(() => {
        const comment = kept(id)?.comment;
        if (comment === undefined) return;
        blank.run(id);
        prints.forget(id);
        unqueue.run(id);
        queue.run(id, 'delete', now.getTime(), JSON.stringify(toPlace(comment)));
      });
      cut();
    },
    find: kept,
    due: (now, most) =>
      z
        .array(dueRow)
        .parse(selectDue.all(now.getTime(), most))
        .flatMap(({ comment: text, kind, place, ...rest }): Operation[] => {
          if (kind === 'delete') return [{ ...rest, kind, place: parsePlace(place) }];
          const comment = text === null ? undefined : parseComment(text);
          if (comment !== undefined) return [{ ...rest, kind, comment }];
          parked.setAside(rest.seq, 'Its entry in the outbox cannot be read.', now);
          return [];
        }),
    nextDue: () => {
      const due = nextDue();
      return due === undefined ? undefined : new Date(due);
    },
    delivered(seqs, now) {
      transact(() => {
        for (const seq of seqs) finish.run(seq);
      });
      if (nextDue() === undefined) sweep(now);
    },
    takeBack(told, now) {
      const posted = told.flatMap(({ id, kind }) => (kind === 'delete' ? [] : [id]));
      const erased = new Set(posted.filter((id) => selectKept.get(id) === undefined));
      for (const id of erased) queue.run(id, 'delete', now.getTime(), null);
      return erased;
    },
    retry: (seq, at) => void postpone.run(at.getTime(), seq),
    park: parked.setAside,
    unparkAll: parked.bringBackAll,
    reviewParked(now) {
      const ids = parked.overdue(now);
      if (ids.length > 0) erase(ids);
      forgotten += ids.length;
      parked.bringBackDue(now);
      return ids;
    },
    sweep,
    idsOf: (email) =>
      z
        .array(idRow)
        .parse(selectIds.all(email.toLowerCase()))
        .map(({ id }) => id),
    erase,
    state: () => ({ ...countRow.parse(count.get()), ...parked.state(), forgotten }),
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

function toPlace({ articleId, parentId, submittedAt }: HeldComment): Place {
  return { article: articleId, parent: parentId ?? null, submittedAt };
}

function parsePlace(text: string | null): Place | undefined {
  return text === null ? undefined : placeShape.safeParse(JSON.parse(text)).data;
}
