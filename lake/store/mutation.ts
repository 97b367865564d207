import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { isDocumentId } from './document.ts';
import { parseOperations } from './patch.ts';
import type { PatchOperations } from './patch.ts';
import { invalid } from './validation.ts';

/** A document as a client sends it: the system fields may be missing. */
export interface Draft extends JsonObject {
  _type: string;
}

/** Which documents a delete or a patch is about. */
export type Selection = { id: string } | { query: string; params: JsonObject };

export type Mutation =
  | { kind: 'create' | 'createIfNotExists' | 'createOrReplace'; id: string | undefined; doc: Draft }
  | { kind: 'delete'; target: Selection }
  | {
      kind: 'patch';
      target: Selection;
      ifRevision: string | undefined;
      operations: PatchOperations;
    };

const MAX_MUTATIONS = 10_000;

/** Narrows the `mutations` of a request body. Throws a 400 that names the first wrong one. */
export function parseMutations(value: unknown): Mutation[] {
  if (!Array.isArray(value)) throw invalid('"mutations" must be an array.');
  if (value.length > MAX_MUTATIONS) {
    throw invalid(`A transaction holds at most ${MAX_MUTATIONS} mutations. Send several.`);
  }
  return value.map(parseMutation);
}

function parseMutation(value: unknown, index: number): Mutation {
  const entry = isObject(value) ? Object.entries(value) : [];
  const [kind, body] = entry[0] ?? [];
  if (entry.length !== 1 || kind === undefined || !isObject(body)) {
    throw invalid(`Mutation ${index} must be an object with one operation.`);
  }
  switch (kind) {
    case 'create':
    case 'createIfNotExists':
    case 'createOrReplace': {
      const doc = parseDraft(body, `mutation ${index}`);
      const id = parseNewId(body['_id'], `mutation ${index}`);
      if (id === undefined && kind !== 'create') {
        throw invalid(`Mutation ${index} (${kind}) needs an _id.`);
      }
      return { kind, id, doc };
    }
    case 'delete':
      return { kind, target: parseSelection(body, index) };
    case 'patch':
      return {
        kind,
        target: parseSelection(body, index),
        ifRevision: parseRevision(body['ifRevisionID'] ?? body['ifRevisionId']),
        operations: parseOperations(body),
      };
    default:
      throw invalid(`Mutation ${index} has the unknown operation "${kind}".`);
  }
}

/** A document to be: an object with a `_type`. */
export function parseDraft(value: unknown, where: string): Draft {
  if (!isObject(value)) throw invalid(`The document of ${where} must be an object.`);
  const type = value['_type'];
  if (typeof type !== 'string' || type === '') {
    throw invalid(`The document of ${where} needs a "_type" that is a string.`);
  }
  return { ...value, _type: type };
}

/** An id, a prefix ending in a dot, or nothing; the last two are completed when the document is made. */
function parseNewId(value: unknown, where: string): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string' && value.endsWith('.') && isDocumentId(`${value}x`)) return value;
  return parseId(value, where);
}

/** A document id. Throws a 400. */
export function parseId(value: unknown, where: string): string {
  if (isDocumentId(value)) return value;
  throw invalid(
    `The id of ${where} must have 1-128 characters out of a-z, A-Z, 0-9, ".", "_", "-" and not start with "." or "-".`,
  );
}

function parseRevision(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw invalid('"ifRevisionID" must be a string.');
}

function parseSelection(body: JsonObject, index: number): Selection {
  if (typeof body['query'] === 'string') {
    const params = body['params'] ?? {};
    if (!isObject(params)) throw invalid(`The params of mutation ${index} must be an object.`);
    return { query: body['query'], params };
  }
  return { id: parseId(body['id'], `mutation ${index}`) };
}
