import { randomBytes } from 'node:crypto';
import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Mutation } from './mutation.ts';

/** The same mutation, with a `_key` for every object in an array that has none. */
export function withArrayKeys(mutation: Mutation): Mutation {
  if (mutation.kind === 'delete') return mutation;
  if (mutation.kind !== 'patch') {
    return { ...mutation, doc: { ...mutation.doc, ...addToFields(mutation.doc) } };
  }
  const { set, setIfMissing, insert } = mutation.operations;
  return {
    ...mutation,
    operations: {
      ...mutation.operations,
      ...(set === undefined ? {} : { set: addToFields(set) }),
      ...(setIfMissing === undefined ? {} : { setIfMissing: addToFields(setIfMissing) }),
      ...(insert === undefined
        ? {}
        : { insert: { ...insert, items: insert.items.map(addToItem) } }),
    },
  };
}

function addToFields(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, add(value)]));
}

function add(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(addToItem);
  return isObject(value) ? addToFields(value) : value;
}

function addToItem(item: unknown): unknown {
  if (!isObject(item)) return add(item);
  const key = typeof item['_key'] === 'string' ? item['_key'] : randomBytes(6).toString('hex');
  return { ...addToFields(item), _key: key };
}
