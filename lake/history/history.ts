import type { DatabaseSync } from 'node:sqlite';
import { isDoc } from '../store/document.ts';
import type { Doc } from '../store/document.ts';
import type { Documents } from '../store/documents.ts';
import { integerOf, optionalTextOf, textOf } from '../store/row.ts';
import type { Row } from '../store/row.ts';
import { decode } from './mendoza.ts';

/** Which state of a document is asked for: as of a transaction, as of a time, or the last there was. */
export type Moment = { revision: string } | { time: string } | 'last';

export interface TransactionRange {
  /** Ids of the first and last transaction wanted, both included; undefined = no bound. */
  from: string | undefined;
  to: string | undefined;
  newestFirst: boolean;
  limit: number;
}

/** A past transaction with what it did to the documents asked about. */
export interface PastTransaction {
  seq: number;
  id: string;
  timestamp: string;
  author: string;
  changes: { id: string; apply: string; revert: string; mutations: string }[];
}

/** One logged change of a document or of a draft or version of it. */
export interface PastChange {
  seq: number;
  transactionId: string;
  timestamp: string;
  author: string;
  id: string;
  cause: string;
  beforeRev: string | undefined;
  afterRev: string | undefined;
}

/** What the log remembers. Nothing here depends on this process having been there. */
export interface History {
  stateAt(id: string, moment: Moment): Doc | undefined;
  transactions(ids: readonly string[], range: TransactionRange): PastTransaction[];
  /** Changes of a published document and its versions, newest first, older than `before` if given. */
  changesOf(publishedId: string, before: number | undefined): Iterable<PastChange>;
}

export function createHistory(db: DatabaseSync, documents: Documents): History {
  const selectSeq = db.prepare('SELECT seq FROM transactions WHERE id = ?');
  const selectSeqAt = db.prepare('SELECT max(seq) AS seq FROM transactions WHERE timestamp <= ?');
  const selectChanges = db.prepare(
    'SELECT seq, before_rev, after_rev, revert FROM changes WHERE id = ? ORDER BY seq DESC',
  );
  const selectInTransaction = db.prepare('SELECT * FROM changes WHERE seq = ? ORDER BY id');
  const selectGroup = db.prepare(
    `SELECT changes.*, transactions.id AS transaction_id, timestamp, author
     FROM changes JOIN transactions USING (seq)
     WHERE published_id = ? AND seq < ? ORDER BY seq DESC`,
  );

  const seqOf = (moment: Exclude<Moment, 'last'>): number | undefined => {
    const row =
      'revision' in moment ? selectSeq.get(moment.revision) : selectSeqAt.get(moment.time);
    return row === undefined || row['seq'] === null ? undefined : integerOf(row, 'seq');
  };

  return {
    stateAt(id, moment) {
      const target = moment === 'last' ? Infinity : seqOf(moment);
      if (target === undefined) return undefined;
      const doc = documents.get(id);
      const start: Past = { state: doc ?? null, rev: doc?._rev };
      return walkBack(selectChanges.iterate(id), start, target, moment === 'last');
    },
    transactions(ids, { from, to, newestFirst, limit }) {
      const first = from === undefined ? 0 : seqOf({ revision: from });
      const last = to === undefined ? Number.MAX_SAFE_INTEGER : seqOf({ revision: to });
      if (first === undefined || last === undefined) return [];
      const rows = db
        .prepare(
          `SELECT seq, id, timestamp, author FROM transactions
           WHERE seq IN (SELECT seq FROM changes WHERE id IN (${ids.map(() => '?').join()}))
           AND seq BETWEEN ? AND ? ORDER BY seq ${newestFirst ? 'DESC' : 'ASC'} LIMIT ?`,
        )
        .all(...ids, first, last, limit);
      return rows.map((row) => ({
        seq: integerOf(row, 'seq'),
        id: textOf(row, 'id'),
        timestamp: textOf(row, 'timestamp'),
        author: textOf(row, 'author'),
        changes: selectInTransaction.all(integerOf(row, 'seq')).map((change) => ({
          id: textOf(change, 'id'),
          apply: textOf(change, 'apply'),
          revert: textOf(change, 'revert'),
          mutations: textOf(change, 'mutations'),
        })),
      }));
    },
    *changesOf(publishedId, before = Number.MAX_SAFE_INTEGER) {
      for (const row of selectGroup.iterate(publishedId, before)) yield toPastChange(row);
    },
  };
}

interface Past {
  state: unknown;
  rev: string | undefined;
}

/** Undoes changes, newest first, until only those up to `target` are left. */
function walkBack(
  changes: Iterable<Row>,
  now: Past,
  target: number,
  skipDeletion: boolean,
): Doc | undefined {
  let past = now;
  for (const row of changes) {
    const keep = integerOf(row, 'seq') <= target;
    if (keep && !(skipDeletion && past.state === null)) break;
    const revert: unknown = JSON.parse(textOf(row, 'revert'));
    if (!Array.isArray(revert)) break;
    past = {
      state: decode(withoutRev(past.state), revert),
      rev: optionalTextOf(row, 'before_rev'),
    };
  }
  if (past.state === null || past.rev === undefined) return undefined;
  const doc = { ...toObject(past.state), _rev: past.rev };
  return isDoc(doc) ? doc : undefined;
}

function toObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function withoutRev(state: unknown): unknown {
  if (state === null) return null;
  return Object.fromEntries(Object.entries(toObject(state)).filter(([key]) => key !== '_rev'));
}

function toPastChange(row: Row): PastChange {
  return {
    seq: integerOf(row, 'seq'),
    transactionId: textOf(row, 'transaction_id'),
    timestamp: textOf(row, 'timestamp'),
    author: textOf(row, 'author'),
    id: textOf(row, 'id'),
    cause: textOf(row, 'cause'),
    beforeRev: optionalTextOf(row, 'before_rev'),
    afterRev: optionalTextOf(row, 'after_rev'),
  };
}
