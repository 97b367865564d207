import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { applyAction } from './actions.ts';
import { transact } from './database.ts';
import { createDocuments } from './documents.ts';
import type { Documents } from './documents.ts';
import { createErasure } from './erasure.ts';
import type { Erasure } from './erasure.ts';
import { createLog } from './log.ts';
import type { Committed, Result } from './log.ts';
import type { Mutation } from './mutation.ts';
import { ConflictError, Stage, conflictFailure } from './stage.ts';
import type { Conflict } from './stage.ts';
import { invalid } from './validation.ts';

/** A mutation whose selection is one document: queries are resolved before a transaction begins. */
export type ResolvedMutation =
  | Exclude<Mutation, { target: unknown }>
  | (Omit<Extract<Mutation, { kind: 'patch' }>, 'target'> & { id: string })
  | { kind: 'delete'; id: string };

export interface TransactionRequest {
  author: string;
  transactionId?: string | undefined;
  dryRun?: boolean | undefined;
}

export interface Outcome {
  transactionId: string;
  results: Result[];
}

/** The one place that writes documents. Every method either does all of a transaction or throws. */
export interface Store {
  readonly documents: Documents;
  mutate(mutations: readonly ResolvedMutation[], request: TransactionRequest): Outcome;
  act(actions: readonly unknown[], request: TransactionRequest): Outcome;
  /** Calls `hear` after each transaction, once its writes can be read. Returns the way to stop. */
  subscribe(hear: (transaction: Committed) => void): () => void;
}

const TRANSACTION_ID = /^[A-Za-z0-9._:-]{1,128}$/;

/** @param erasure told when what was deleted has to be gone from the file too */
export function createStore(
  db: DatabaseSync,
  clock: () => Date,
  erasure: Pick<Erasure, 'note' | 'wake'> = createErasure(db),
): Store {
  const documents = createDocuments(db);
  const log = createLog(db);
  const hearers = new Set<(transaction: Committed) => void>();
  let lastTimestamp = log.lastTimestamp();

  // Time never goes backwards for a document, even when the machine's clock does.
  const nextTimestamp = (): string => {
    const now = clock().toISOString();
    return now > lastTimestamp ? now : lastTimestamp;
  };

  const run = (
    kind: 'mutation' | 'action',
    steps: readonly ((stage: Stage) => Result | undefined)[],
    request: TransactionRequest,
  ): Outcome => {
    const transactionId = request.transactionId ?? randomUUID();
    if (!TRANSACTION_ID.test(transactionId)) {
      throw invalid(
        'A transactionId has 1-128 characters out of a-z, A-Z, 0-9, ".", "_", ":", "-".',
      );
    }
    // A repeated transaction was sent again because its answer was lost: answer as before.
    const known = log.findResults(transactionId);
    if (known !== undefined) return { transactionId, results: known };

    const stage = new Stage(documents, transactionId, nextTimestamp());
    const results = steps.flatMap((step, index) => runStep(kind, index, () => step(stage)) ?? []);
    const conflicts = stage.referenceConflicts();
    if (conflicts.length > 0) throw conflictFailure(kind, conflicts.map(toItem));
    if (request.dryRun === true) return { transactionId, results };

    const changes = stage.changes();
    const { timestamp } = stage;
    const committed = transact(db, () => {
      const transaction = { transactionId, author: request.author, timestamp };
      const entry = log.append(transaction, results, changes);
      for (const change of changes) {
        if (change.after === null) documents.remove(change.id);
        else documents.save(change.after, entry.seq);
      }
      const purged = stage.purged();
      for (const id of purged) log.forget(id);
      if (purged.length > 0) erasure.note();
      return { ...entry, purged };
    });
    if (committed.purged.length > 0) erasure.wake();
    lastTimestamp = timestamp;
    for (const hear of hearers) hear(committed);
    return { transactionId, results };
  };

  return {
    documents,
    mutate: (mutations, request) =>
      run(
        'mutation',
        mutations.map((mutation) => (stage) => applyResolved(stage, mutation)),
        request,
      ),
    act: (actions, request) =>
      run(
        'action',
        actions.map((action) => (stage) => {
          applyAction(stage, action);
          return undefined;
        }),
        request,
      ),
    subscribe(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
  };
}

function runStep<T>(kind: 'mutation' | 'action', index: number, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof ConflictError) {
      throw conflictFailure(kind, [{ index, error: error.conflict }]);
    }
    throw error;
  }
}

function toItem(error: Conflict, index: number): { index: number; error: Conflict } {
  return { index, error };
}

function applyResolved(stage: Stage, mutation: ResolvedMutation): Result {
  switch (mutation.kind) {
    case 'create':
      return { id: stage.create(mutation.id, mutation.doc, 'mutate')._id, operation: 'create' };
    case 'createIfNotExists': {
      const { id = '' } = mutation;
      if (stage.read(id) !== null) return { id, operation: 'none' };
      stage.create(id, mutation.doc, 'mutate');
      return { id, operation: 'create' };
    }
    case 'createOrReplace': {
      const { id = '' } = mutation;
      const operation = stage.read(id) === null ? 'create' : 'update';
      stage.createOrReplace(id, mutation.doc, 'mutate');
      return { id, operation };
    }
    case 'delete':
      return {
        id: mutation.id,
        operation: stage.delete(mutation.id, 'mutate') ? 'delete' : 'none',
      };
    case 'patch':
      stage.patch(mutation.id, mutation.operations, 'mutate', mutation.ifRevision);
      return { id: mutation.id, operation: 'update' };
    default:
      return mutation satisfies never;
  }
}
