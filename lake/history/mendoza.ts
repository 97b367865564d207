import { applyPatch } from 'mendoza';
import { isEqualJson, isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** A flat list of opcodes and operands that turns one document into another. */
export type Patch = unknown[];

export interface Effects {
  apply: Patch;
  revert: Patch;
}

const VALUE = 0;
const PUSH_FIELD_COPY = 10;
const PUSH_FIELD_BLANK = 11;
const PUSH_ELEMENT_COPY = 12;
const POP_INTO_FIELD = 15;
const POP_INTO_ARRAY = 16;
const SET_FIELD = 17;
const DELETE_FIELD = 19;
const APPEND_VALUE = 20;
const APPEND_SLICE = 21;

/**
 * Patches between two states of a document (null = absent), both ways, for the reader `mendoza`.
 * Creation reverts with exactly `[0, null]` and deletion applies with it: the Studio tells them by that.
 */
export function toEffects(before: JsonObject | null, after: JsonObject | null): Effects {
  return { apply: encode(before, after), revert: encode(after, before) };
}

/** A patch from `left` to `right`; a patch that does not decode back is replaced by the whole value. */
export function encode(left: unknown, right: unknown): Patch {
  if (!isObject(left) || !isObject(right)) return [VALUE, right];
  const patch = objectSteps(left, right);
  return isEqualJson(decode(left, patch), right) ? patch : [VALUE, right];
}

/** Applies a patch. Throws if it does not fit `left`. */
export function decode(left: unknown, patch: Patch): unknown {
  const result: unknown = applyPatch(left, patch);
  return result;
}

// The reader numbers fields by their place in the sorted keys of the left object.
function objectSteps(left: JsonObject, right: JsonObject): Patch {
  const steps: Patch = [];
  const keys = Object.keys(left).toSorted();
  for (const [index, key] of keys.entries()) {
    if (!Object.hasOwn(right, key)) {
      steps.push(DELETE_FIELD, index);
      continue;
    }
    const [from, to] = [left[key], right[key]];
    if (isEqualJson(from, to)) continue;
    if (isObject(from) && isObject(to)) {
      steps.push(PUSH_FIELD_COPY, index, ...objectSteps(from, to), POP_INTO_FIELD);
    } else if (Array.isArray(from) && Array.isArray(to) && to.length > 0) {
      steps.push(PUSH_FIELD_BLANK, index, ...arraySteps(from, to), POP_INTO_FIELD);
    } else {
      steps.push(SET_FIELD, to, key);
    }
  }
  for (const key of Object.keys(right).toSorted()) {
    if (!Object.hasOwn(left, key)) steps.push(SET_FIELD, right[key], key);
  }
  return steps;
}

/** Builds `right` from nothing: slices of `left` where elements are equal, changed copies, new values. */
function arraySteps(left: readonly unknown[], right: readonly unknown[]): Patch {
  const steps: Patch = [];
  const partners = pairElements(left, right);
  let start = -1;
  let end = -1;
  const flush = (): void => {
    if (start >= 0) steps.push(APPEND_SLICE, start, end);
    start = -1;
  };
  for (const [index, to] of right.entries()) {
    const partner = partners[index] ?? -1;
    const from = left[partner];
    if (partner >= 0 && isEqualJson(from, to)) {
      if (start >= 0 && end === partner) {
        end += 1;
      } else {
        flush();
        [start, end] = [partner, partner + 1];
      }
      continue;
    }
    flush();
    if (partner >= 0 && isObject(from) && isObject(to)) {
      steps.push(PUSH_ELEMENT_COPY, partner, ...objectSteps(from, to), POP_INTO_ARRAY);
    } else {
      steps.push(APPEND_VALUE, to);
    }
  }
  flush();
  return steps;
}

/** For each element of `right` the index in `left` of what it was before, or -1. Keys decide first. */
function pairElements(left: readonly unknown[], right: readonly unknown[]): number[] {
  const byKey = new Map<string, number>();
  for (const [index, item] of left.entries()) {
    const key = keyOf(item);
    if (key !== undefined) byKey.set(key, index);
  }
  const prefix = right.findIndex((item, index) => !isEqualJson(item, left[index]));
  const same = prefix < 0 ? right.length : prefix;
  return right.map((item, index) => {
    const key = keyOf(item);
    if (key !== undefined) return byKey.get(key) ?? -1;
    if (index < same && index < left.length) return index;
    const fromEnd = left.length - (right.length - index);
    if (fromEnd >= 0 && isEqualJson(left[fromEnd], item)) return fromEnd;
    return left.length === right.length && keyOf(left[index]) === undefined ? index : -1;
  });
}

function keyOf(item: unknown): string | undefined {
  return isObject(item) && typeof item['_key'] === 'string' ? item['_key'] : undefined;
}
