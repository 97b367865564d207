import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Doc } from '../../site/cms/document.ts';

/** Hands documents over to another process: a line of JSON each. */
export function writeDocuments(file: string, documents: Iterable<Doc>): void {
  const descriptor = openSync(file, 'w');
  for (const doc of documents) writeSync(descriptor, `${JSON.stringify(doc)}\n`);
  closeSync(descriptor);
}

/** Reads what `writeDocuments` wrote, as they come from a store: parsed one after the other. */
export async function readDocuments(file: string): Promise<readonly Doc[]> {
  const documents: Doc[] = [];
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  for await (const line of lines) documents.push(JSON.parse(line));
  return documents;
}
