import type { DatabaseSync } from 'node:sqlite';
import { toEffects } from '../history/mendoza.ts';
import type { Effects } from '../history/mendoza.ts';
import type { JsonObject } from '../json.ts';
import { toPublishedId } from './document.ts';
import type { Doc } from './document.ts';
import { integerOf, optionalTextOf, textOf } from './row.ts';
import type { Change, Operation } from './stage.ts';

export interface Result {
  id: string;
  operation: Operation;
}

/** A change that is stored, with the patches that lead from one state to the other and back. */
export interface LoggedChange extends Change {
  effects: Effects;
}

/** A transaction that is stored. */
export interface Committed {
  seq: number;
  transactionId: string;
  author: string;
  timestamp: string;
  changes: readonly LoggedChange[];
  /** Published ids of documents whose past was erased with it. */
  purged: readonly string[];
}

/** What is remembered of every transaction for good: who, when, which documents, and how. */
export interface Log {
  /** The results of a transaction that was applied before, if there was one by that id. */
  findResults(transactionId: string): Result[] | undefined;
  /** The time of the newest transaction; empty before the first. */
  lastTimestamp(): string;
  append(
    transaction: { transactionId: string; author: string; timestamp: string },
    results: readonly Result[],
    changes: readonly Change[],
  ): Omit<Committed, 'purged'>;
  /** Forgets every change of those versions of a document that are gone; ids and times stay. */
  forget(publishedId: string): void;
}

export function createLog(db: DatabaseSync): Log {
  const select = db.prepare('SELECT results FROM transactions WHERE id = ?');
  const last = db.prepare('SELECT timestamp FROM transactions ORDER BY seq DESC LIMIT 1');
  const insert = db.prepare(
    'INSERT INTO transactions (id, author, timestamp, results) VALUES (?, ?, ?, ?) RETURNING seq',
  );
  const insertChange = db.prepare(
    `INSERT INTO changes
     (seq, id, published_id, cause, before_rev, after_rev, apply, revert, mutations)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  const forget = db.prepare(
    `DELETE FROM changes WHERE published_id = ?
     AND NOT EXISTS (SELECT 1 FROM documents WHERE documents.id = changes.id)`,
  );

  return {
    forget: (publishedId) => void forget.run(publishedId),
    findResults(transactionId) {
      const row = select.get(transactionId);
      return row === undefined ? undefined : parseResults(textOf(row, 'results'));
    },
    lastTimestamp: () => optionalTextOf(last.get() ?? {}, 'timestamp') ?? '',
    append(transaction, results, changes) {
      const { transactionId, author, timestamp } = transaction;
      const row = insert.get(transactionId, author, timestamp, JSON.stringify(results));
      const seq = integerOf(row ?? {}, 'seq');
      const logged = changes.map((change) => {
        const effects = toEffects(withoutRevision(change.before), withoutRevision(change.after));
        insertChange.run(
          seq,
          change.id,
          toPublishedId(change.id),
          change.cause,
          change.before?._rev ?? null,
          change.after?._rev ?? null,
          JSON.stringify(effects.apply),
          JSON.stringify(effects.revert),
          JSON.stringify(change.mutations),
        );
        return { ...change, effects };
      });
      return { seq, transactionId, author, timestamp, changes: logged };
    },
  };
}

/** The Studio sets `_rev` itself, so effects are computed on documents without it. */
function withoutRevision(doc: Doc | null): JsonObject | null {
  if (doc === null) return null;
  const { _rev, ...rest } = doc;
  return rest;
}

const OPERATIONS: readonly string[] = ['create', 'update', 'delete', 'none'] satisfies Operation[];

function isResult(value: unknown): value is Result {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'operation' in value &&
    typeof value.operation === 'string' &&
    OPERATIONS.includes(value.operation)
  );
}

function parseResults(text: string): Result[] {
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? value.filter(isResult) : [];
}
