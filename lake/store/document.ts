import { isObject } from '../json.ts';

/** A stored document: a published one, a draft (`drafts.x`) or a version (`versions.r.x`). */
export interface Doc {
  _id: string;
  _type: string;
  _rev: string;
  _createdAt: string;
  _updatedAt: string;
  [field: string]: unknown;
}

export function isDoc(value: unknown): value is Doc {
  return (
    isObject(value) &&
    typeof value['_id'] === 'string' &&
    typeof value['_type'] === 'string' &&
    typeof value['_rev'] === 'string' &&
    typeof value['_createdAt'] === 'string' &&
    typeof value['_updatedAt'] === 'string'
  );
}

/** Reads a stored body. Throws if the row is not what this program wrote. */
export function parseDoc(body: string): Doc {
  const value: unknown = JSON.parse(body);
  if (!isDoc(value)) throw new Error('A stored document has lost its system fields.');
  return value;
}

const ID = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;

/** True for ids that Sanity takes: 1-128 of `a-zA-Z0-9._-`, not starting with a dot or a dash. */
export function isDocumentId(value: unknown): value is string {
  return (
    typeof value === 'string' && ID.test(value) && !value.includes('..') && !value.endsWith('.')
  );
}

const VERSION = /^(?:drafts|versions\.[^.]+)\.(.+)$/;

/** `drafts.x` and `versions.r.x` give `x`; any other id is its own published id. */
export function toPublishedId(id: string): string {
  return VERSION.exec(id)?.[1] ?? id;
}

/** True for drafts and versions. */
export function isVersionId(id: string): boolean {
  return VERSION.test(id);
}

/** True for ids that anybody may read: those without a dot. */
export function isPublicId(id: string): boolean {
  return !id.includes('.');
}
