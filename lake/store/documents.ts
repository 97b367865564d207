import type { DatabaseSync } from 'node:sqlite';
import { isObject } from '../json.ts';
import { parseDoc, toPublishedId } from './document.ts';
import type { Doc } from './document.ts';
import { collectReferences } from './references.ts';
import { integerOf, textOf } from './row.ts';
import { collectText } from './text.ts';

/** The present state of every document, with its references and its words kept in step. */
export interface Documents {
  get(id: string): Doc | undefined;
  exists(id: string): boolean;
  /** The published document and all drafts and versions of it. */
  group(publishedId: string): Doc[];
  /** Ids of documents that hold a strong reference to `id`. */
  strongReferrers(id: string): string[];
  save(doc: Doc, seq: number): void;
  remove(id: string): void;
  /** Every stored body in order of id, streamed; only undotted ids when `publicOnly`. */
  bodies(publicOnly: boolean): IterableIterator<string>;
  count(): number;
}

export function createDocuments(db: DatabaseSync): Documents {
  const select = db.prepare('SELECT body FROM documents WHERE id = ?');
  const selectKey = db.prepare('SELECT key FROM documents WHERE id = ?');
  const selectGroup = db.prepare('SELECT body FROM documents WHERE published_id = ? ORDER BY id');
  const selectReferrers = db.prepare(
    'SELECT source FROM document_references WHERE target = ? AND weak = 0 ORDER BY source',
  );
  const upsert = db.prepare(
    `INSERT INTO documents (id, published_id, type, slug, seq, body) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE
     SET type = excluded.type, slug = excluded.slug, seq = excluded.seq, body = excluded.body
     RETURNING key`,
  );
  const remove = db.prepare('DELETE FROM documents WHERE id = ? RETURNING key');
  const removeReferences = db.prepare('DELETE FROM document_references WHERE source = ?');
  const addReference = db.prepare(
    'INSERT INTO document_references (source, target, weak) VALUES (?, ?, ?)',
  );
  const removeText = db.prepare('DELETE FROM document_text WHERE rowid = ?');
  const addText = db.prepare('INSERT INTO document_text (rowid, body) VALUES (?, ?)');
  const selectAll = db.prepare(
    `SELECT body FROM documents WHERE ? = 0 OR instr(id, '.') = 0 ORDER BY id`,
  );
  const count = db.prepare('SELECT count(*) AS n FROM documents');

  return {
    get(id) {
      const row = select.get(id);
      return row === undefined ? undefined : parseDoc(textOf(row, 'body'));
    },
    exists: (id) => selectKey.get(id) !== undefined,
    group: (publishedId) =>
      selectGroup.all(publishedId).map((row) => parseDoc(textOf(row, 'body'))),
    strongReferrers: (id) => selectReferrers.all(id).map((row) => textOf(row, 'source')),
    save(doc, seq) {
      const old = selectKey.get(doc._id);
      if (old !== undefined) removeText.run(integerOf(old, 'key'));
      const row = upsert.get(
        doc._id,
        toPublishedId(doc._id),
        doc._type,
        slugOf(doc),
        seq,
        JSON.stringify(doc),
      );
      addText.run(integerOf(row ?? {}, 'key'), collectText(doc));
      removeReferences.run(doc._id);
      for (const [target, { weak }] of collectReferences(doc)) {
        addReference.run(doc._id, target, weak ? 1 : 0);
      }
    },
    remove(id) {
      const row = remove.get(id);
      if (row !== undefined) removeText.run(integerOf(row, 'key'));
      removeReferences.run(id);
    },
    *bodies(publicOnly) {
      for (const row of selectAll.iterate(publicOnly ? 1 : 0)) yield textOf(row, 'body');
    },
    count: () => integerOf(count.get() ?? {}, 'n'),
  };
}

function slugOf(doc: Doc): string | null {
  const slug = doc['slug'];
  return isObject(slug) && typeof slug['current'] === 'string' ? slug['current'] : null;
}
