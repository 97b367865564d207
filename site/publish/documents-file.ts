import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Doc } from '../cms/document.ts';

const WRITTEN_AT_ONCE = 100;
const READ_AT_ONCE = 1024 ** 2;

/**
 * Hands documents over to other processes and threads: a line of JSON each.
 *
 * A few at a time: readers would wait for all of them.
 */
export async function writeDocuments(file: string, documents: readonly Doc[]): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (let from = 0; from < documents.length; from += WRITTEN_AT_ONCE) {
      const some = documents.slice(from, from + WRITTEN_AT_ONCE);
      await handle.write(some.map((doc) => `${JSON.stringify(doc)}\n`).join(''));
      await nextTurn();
    }
  } finally {
    await handle.close();
  }
}

/** Reads what `writeDocuments` wrote, a piece at a time: the whole text would take as much memory again. */
export function readDocuments(file: string): readonly Doc[] {
  const documents: Doc[] = [];
  const descriptor = openSync(file, 'r');
  try {
    const piece = Buffer.allocUnsafe(READ_AT_ONCE);
    let begun = Buffer.alloc(0);
    for (let read = readSync(descriptor, piece); read > 0; read = readSync(descriptor, piece)) {
      const bytes = Buffer.concat([begun, piece.subarray(0, read)]);
      const end = bytes.lastIndexOf('\n') + 1;
      for (const line of bytes.toString('utf8', 0, end).split('\n')) {
        if (line !== '') documents.push(JSON.parse(line));
      }
      begun = bytes.subarray(end);
    }
  } finally {
    closeSync(descriptor);
  }
  return documents;
}
