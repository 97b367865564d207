import { createHash } from 'node:crypto';

import { isRecord } from './record.ts';

/** A hash of a document's content: the same whatever the order of fields, and whoever stored it. */
export function fingerprint(document: Record<string, unknown>): string {
  const content = Object.entries(document).filter(
    ([field]) => !field.startsWith('_') || field === '_id' || field === '_type',
  );
  const canonical = JSON.stringify(sorted(Object.fromEntries(content)));
  return createHash('sha256').update(canonical).digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => sorted(item));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, sorted(value[key])]),
  );
}
