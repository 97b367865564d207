import { DatabaseSync } from 'node:sqlite';
import { parseDoc } from '../store/document.ts';
import type { Doc } from '../store/document.ts';
import { integerOf, textOf } from '../store/row.ts';
import type { Row } from '../store/row.ts';
import type { Constraint } from './constraint.ts';
import { toFullTextQuery } from './search-text.ts';

/** Characters of JSON kept parsed; about three times that in memory. */
const CACHE_LIMIT = 160_000_000;
const MEMO_LIMIT = 64;

/** The documents of the database file as a reader in another thread sees them, parsed once each. */
export class Corpus {
  readonly #db: DatabaseSync;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #cache = new Map<string, { seq: number; size: number; doc: Doc }>();
  #cached = 0;
  #seq = -1;
  #memo = new Map<string, unknown>();

  constructor(file: string) {
    this.#db = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
    this.#statements = prepare(this.#db);
  }

  /** Runs `work` on one consistent state: everything acknowledged before this call, nothing later. */
  read<T>(work: () => T): T {
    this.#db.exec('BEGIN');
    try {
      const row = this.#statements.seq.get() ?? {};
      const seq = typeof row['seq'] === 'number' ? row['seq'] : 0;
      if (seq !== this.#seq) this.#memo = new Map();
      this.#seq = seq;
      return work();
    } finally {
      this.#db.exec('COMMIT');
    }
  }

  /** A value that stays right until the next write. */
  remember<T>(key: string, make: () => T, isT: (value: unknown) => value is T): T {
    const known = this.#memo.get(key);
    if (isT(known)) return known;
    if (this.#memo.size >= MEMO_LIMIT) this.#memo.clear();
    const made = make();
    this.#memo.set(key, made);
    return made;
  }

  get(id: string): Doc | undefined {
    const row = this.#statements.byId.get(id);
    return row === undefined ? undefined : this.#load(row);
  }

  /** All documents in order of id. */
  all(): Doc[] {
    return this.#statements.all.all().map((row) => this.#load(row));
  }

  /** The stored documents that an index gives for a constraint, each once, in no certain order. */
  find(constraint: Constraint): Doc[] {
    const { byId, byType, bySlug, byReference, byGroup, byText } = this.#statements;
    const rows = new Map<string, Row>();
    for (const value of new Set(constraint.values)) {
      const found = {
        ids: () => byId.all(value),
        types: () => byType.all(value),
        slugs: () => bySlug.all(value),
        references: () => byReference.all(value),
        versionsOf: () => byGroup.all(value),
        text: () => (toFullTextQuery(value) === '' ? [] : byText.all(toFullTextQuery(value))),
      }[constraint.kind]();
      for (const row of found) rows.set(textOf(row, 'id'), row);
    }
    return [...rows.values()].map((row) => this.#load(row));
  }

  close(): void {
    this.#db.close();
  }

  #load(row: Row): Doc {
    const id = textOf(row, 'id');
    const seq = integerOf(row, 'seq');
    const cached = this.#cache.get(id);
    if (cached?.seq === seq) return cached.doc;
    const body = textOf(this.#statements.body.get(id) ?? {}, 'body');
    const doc = parseDoc(body);
    this.#cached += body.length - (cached?.size ?? 0);
    this.#cache.delete(id);
    this.#cache.set(id, { seq, size: body.length, doc });
    for (const [oldest, { size }] of this.#cache) {
      if (this.#cached <= CACHE_LIMIT) break;
      this.#cache.delete(oldest);
      this.#cached -= size;
    }
    return doc;
  }
}

function prepare(db: DatabaseSync) {
  const select = 'SELECT id, seq FROM documents';
  return {
    seq: db.prepare('SELECT max(seq) AS seq FROM transactions'),
    body: db.prepare('SELECT body FROM documents WHERE id = ?'),
    byId: db.prepare(`${select} WHERE id = ?`),
    byType: db.prepare(`${select} WHERE type = ?`),
    bySlug: db.prepare(`${select} WHERE slug = ?`),
    byGroup: db.prepare(`${select} WHERE published_id = ?`),
    byReference: db.prepare(
      `${select} WHERE id IN (SELECT source FROM document_references WHERE target = ?)`,
    ),
    byText: db.prepare(
      `${select} WHERE key IN (SELECT rowid FROM document_text WHERE document_text MATCH ?)`,
    ),
    all: db.prepare(`${select} ORDER BY id`),
  };
}
