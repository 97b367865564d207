/** Any plain object, as JSON gives them. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isStringList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Parses JSON to a value the caller must narrow. Throws SyntaxError. */
export function parseJson(text: string): unknown {
  return JSON.parse(text);
}

/** Structural equality of two JSON values. Key order does not count; `undefined` members do not exist. */
export function isEqualJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => isEqualJson(item, b[index]))
    );
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqualJson(a[key], b[key]))
  );
}

export type JsonTrouble = 'too-deep' | 'reserved-key';

/**
 * Keys that would change what an object is once JavaScript handles it: `__proto__` sets its
 * prototype, `hasOwnProperty` and `then` are called by groq-js on the document itself.
 */
const RESERVED = new Set(['__proto__', 'hasOwnProperty', 'then']);

/**
 * Looks for what must never reach a recursive function: nesting past `depth`, and reserved keys.
 * Walks with its own stack, so the deepest input cannot overflow the call stack.
 */
export function findJsonTrouble(value: unknown, depth: number): JsonTrouble | undefined {
  const stack: { value: unknown; level: number }[] = [{ value, level: 0 }];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    if (typeof entry.value !== 'object' || entry.value === null) continue;
    if (entry.level >= depth) return 'too-deep';
    const level = entry.level + 1;
    if (Array.isArray(entry.value)) {
      for (const item of entry.value) stack.push({ value: item, level });
      continue;
    }
    for (const [key, item] of Object.entries(entry.value)) {
      if (RESERVED.has(key)) return 'reserved-key';
      stack.push({ value: item, level });
    }
  }
  return undefined;
}
