import { isObject, isStringList } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { invalid } from './validation.ts';

type Insert =
  | { before: string; items: unknown[] }
  | { after: string; items: unknown[] }
  | { replace: string; items: unknown[] };

/** What a patch does, whatever document it is for. Keys are JSON paths into the document. */
export interface PatchOperations {
  set?: JsonObject;
  setIfMissing?: JsonObject;
  unset?: string[];
  inc?: Record<string, number>;
  dec?: Record<string, number>;
  insert?: Insert;
  diffMatchPatch?: Record<string, string>;
}

/** Picks the operations out of a patch and leaves everything else behind. Throws a 400. */
export function parseOperations(patch: JsonObject): PatchOperations {
  const operations = pickOperations(patch);
  const { set, setIfMissing, inc, dec, diffMatchPatch, unset = [] } = operations;
  const keyed = [set, setIfMissing, inc, dec, diffMatchPatch].flatMap((one) =>
    Object.keys(one ?? {}),
  );
  if ([...keyed, ...unset].some((path) => path.includes('__proto__'))) {
    throw invalid('A path leads through __proto__.');
  }
  return operations;
}

function pickOperations(patch: JsonObject): PatchOperations {
  const operations: PatchOperations = {};
  const { set, setIfMissing, unset, inc, dec, insert, diffMatchPatch } = patch;
  if (given(set)) operations.set = parseObject(set, 'set');
  if (given(setIfMissing)) operations.setIfMissing = parseObject(setIfMissing, 'setIfMissing');
  if (given(unset)) operations.unset = parsePaths(unset);
  if (given(inc)) operations.inc = parseNumbers(inc, 'inc');
  if (given(dec)) operations.dec = parseNumbers(dec, 'dec');
  if (given(insert)) operations.insert = parseInsert(insert);
  if (given(diffMatchPatch)) operations.diffMatchPatch = parseTexts(diffMatchPatch);
  return operations;
}

function given(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function parseObject(value: unknown, name: string): JsonObject {
  if (isObject(value)) return value;
  throw invalid(`"${name}" of a patch must be an object of paths and values.`);
}

function parsePaths(value: unknown): string[] {
  if (isStringList(value)) return value;
  throw invalid('"unset" of a patch must be an array of paths.');
}

function parseNumbers(value: unknown, name: string): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const [path, step] of Object.entries(parseObject(value, name))) {
    if (typeof step !== 'number') throw invalid(`"${name}" of a patch takes numbers only.`);
    numbers[path] = step;
  }
  return numbers;
}

function parseTexts(value: unknown): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [path, patch] of Object.entries(parseObject(value, 'diffMatchPatch'))) {
    if (typeof patch !== 'string') throw invalid('"diffMatchPatch" takes strings only.');
    texts[path] = patch;
  }
  return texts;
}

function parseInsert(value: unknown): Insert {
  const { before, after, replace, items } = parseObject(value, 'insert');
  if (Array.isArray(items)) {
    if (typeof before === 'string') return { before, items };
    if (typeof after === 'string') return { after, items };
    if (typeof replace === 'string') return { replace, items };
  }
  throw invalid('"insert" of a patch needs items, and one path: before, after or replace.');
}
