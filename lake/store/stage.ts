import { randomUUID } from 'node:crypto';
import { Failure } from '../failure.ts';
import { applyMutation } from './apply.ts';
import type { DocMutation } from './apply.ts';
import { toPublishedId } from './document.ts';
import type { Doc } from './document.ts';
import type { Documents } from './documents.ts';
import type { Draft } from './mutation.ts';
import type { PatchOperations } from './patch.ts';
import { collectReferences } from './references.ts';

export type Operation = 'create' | 'update' | 'delete' | 'none';

/** Why a document changed; the history endpoint tells publishing from editing by it. */
export type Cause = 'mutate' | 'create' | 'edit' | 'publish' | 'unpublish' | 'discard' | 'delete';

/** What a transaction does to one document. */
export interface Change {
  id: string;
  cause: Cause;
  before: Doc | null;
  after: Doc | null;
  mutations: DocMutation[];
}

/** One reason why a transaction is refused, in Sanity's shape. */
export interface Conflict {
  type: string;
  description: string;
  [detail: string]: unknown;
}

/** A refusal that belongs to the present step of a transaction; the caller adds the step's number. */
export class ConflictError extends Error {
  readonly conflict: Conflict;
  constructor(conflict: Conflict) {
    super(conflict.description);
    this.conflict = conflict;
  }
}

/** 409 for a whole request, listing each conflict with the place of its mutation or action. */
export function conflictFailure(
  kind: 'mutation' | 'action',
  items: readonly { index: number; error: Conflict }[],
): Failure {
  const first = items[0]?.error.description ?? 'conflict';
  const description = `The ${kind}(s) failed: ${first}`;
  return new Failure(409, description, { error: { type: `${kind}Error`, description, items } });
}

/** A transaction being put together: reads see what earlier steps wrote, nothing is stored yet. */
export class Stage {
  readonly transactionId: string;
  readonly timestamp: string;
  readonly #documents: Documents;
  readonly #changes = new Map<string, Change>();
  readonly #purged = new Set<string>();

  constructor(documents: Documents, transactionId: string, timestamp: string) {
    this.#documents = documents;
    this.transactionId = transactionId;
    this.timestamp = timestamp;
  }

  read(id: string): Doc | null {
    const change = this.#changes.get(id);
    return change === undefined ? (this.#documents.get(id) ?? null) : change.after;
  }

  create(id: string | undefined, doc: Draft, cause: Cause): Doc {
    const full = toFullId(id);
    if (this.read(full) !== null) {
      const description = `Document by ID "${full}" already exists`;
      throw new ConflictError({ type: 'documentAlreadyExistsError', id: full, description });
    }
    return this.#write(full, { create: this.#complete(full, doc, null) }, cause);
  }

  createOrReplace(id: string, doc: Draft, cause: Cause): Doc {
    const before = this.read(id);
    return this.#write(id, { createOrReplace: this.#complete(id, doc, before) }, cause);
  }

  patch(id: string, operations: PatchOperations, cause: Cause, ifRevision?: string): Doc {
    const before = this.read(id);
    if (before === null) {
      const description = `The document with the ID "${id}" was not found`;
      throw new ConflictError({ type: 'documentNotFoundError', id, description });
    }
    if (ifRevision !== undefined) this.expectRevision(id, ifRevision);
    return this.#write(id, { patch: { id, ...operations } }, cause);
  }

  /** Deletes if it is there; says whether it was. */
  delete(id: string, cause: Cause): boolean {
    if (this.read(id) === null) return false;
    this.#record(id, { delete: { id } }, cause);
    return true;
  }

  /** The past of this version, and of others of its document that are gone, is to be forgotten. */
  purge(id: string): void {
    this.#purged.add(toPublishedId(id));
  }

  /** Published ids of documents whose gone versions lose their past. */
  purged(): string[] {
    return [...this.#purged];
  }

  expectRevision(id: string, revision: string): void {
    const current = this.read(id)?._rev;
    if (current === revision) return;
    throw new ConflictError({
      type: 'documentRevisionIDDoesNotMatchError',
      id,
      currentRevisionID: current ?? null,
      expectedRevisionID: revision,
      description: `Document by ID "${id}" has revision "${current ?? 'none'}", expected "${revision}"`,
    });
  }

  /** Everything that really changes, in the order in which it was first touched. */
  changes(): Change[] {
    return [...this.#changes.values()].filter(
      (change) => change.before !== null || change.after !== null,
    );
  }

  /** Conflicts with the rule that a strong reference points at a document that exists. */
  referenceConflicts(): Conflict[] {
    return this.changes().flatMap((change) =>
      change.after === null ? this.#dangling(change.id) : this.#missing(change.after),
    );
  }

  #missing(doc: Doc): Conflict[] {
    return [...collectReferences(doc)]
      .filter(([target, { weak }]) => !weak && !this.#exists(target))
      .map(([target]) => ({
        type: 'documentReferenceDoesNotExistError',
        id: doc._id,
        referenceID: target,
        description: `Document "${doc._id}" references non-existent document "${target}"`,
      }));
  }

  #dangling(id: string): Conflict[] {
    const referrers = this.#documents
      .strongReferrers(id)
      .filter((source) => source !== id && !this.#changes.has(source));
    if (referrers.length === 0) return [];
    const description = `Document "${id}" cannot be deleted as there are references to it from "${referrers[0]}"`;
    return [
      { type: 'documentHasExistingReferencesError', id, referencingIDs: referrers, description },
    ];
  }

  #exists(id: string): boolean {
    const change = this.#changes.get(id);
    return change === undefined ? this.#documents.exists(id) : change.after !== null;
  }

  #complete(id: string, doc: Draft, before: Doc | null): Doc {
    const created = before?._createdAt ?? doc['_createdAt'];
    return {
      ...doc,
      _id: id,
      _type: doc._type,
      _createdAt: typeof created === 'string' ? created : this.timestamp,
      _updatedAt: this.timestamp,
      _rev: this.transactionId,
    };
  }

  #write(id: string, mutation: DocMutation, cause: Cause): Doc {
    const after = this.#record(id, mutation, cause);
    if (after === null) throw new Error('A write gave no document.');
    return after;
  }

  #record(id: string, mutation: DocMutation, cause: Cause): Doc | null {
    const change = this.#changes.get(id);
    const current = this.read(id);
    const after = applyMutation(current, mutation, this);
    if (change === undefined) {
      this.#changes.set(id, { id, cause, before: current, after, mutations: [mutation] });
    } else {
      change.after = after;
      change.cause = cause;
      change.mutations.push(mutation);
    }
    return after;
  }
}

function toFullId(id: string | undefined): string {
  if (id === undefined) return randomUUID();
  return id.endsWith('.') ? `${id}${randomUUID()}` : id;
}
