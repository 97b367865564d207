import { isObject } from '../json.ts';

/** Every string that a reader could search for: all values but those of system fields (`_id`, `_key`, …). */
export function collectText(doc: unknown): string {
  const parts: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') parts.push(value);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (isObject(value)) {
      for (const [key, item] of Object.entries(value)) if (!key.startsWith('_')) visit(item);
    }
  };
  visit(doc);
  return parts.join('\n');
}
