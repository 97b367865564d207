/** Raised whenever the tables change shape; the file carries it as `user_version`. */
export const SCHEMA_VERSION = 2;

/** Holds a row while something that was erased may still be found in free pages. */
export const ERASURES = `
CREATE TABLE erasures (pending INTEGER PRIMARY KEY) STRICT;
`;

/**
 * `documents` is the present, `transactions` and `changes` the past. `seq` numbers transactions;
 * a document carries the one that wrote it last, so that a reader knows which of its copies are old. The indexes hold `id` and `seq` so that a reader
 * with copies need not touch the rows.
 */
export const SCHEMA = `
CREATE TABLE documents (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  published_id TEXT NOT NULL,
  type TEXT NOT NULL,
  slug TEXT,
  seq INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX documents_id ON documents (id, seq);
CREATE INDEX documents_published ON documents (published_id, id, seq);
CREATE INDEX documents_type ON documents (type, id, seq);
CREATE INDEX documents_slug ON documents (slug, id, seq) WHERE slug IS NOT NULL;

CREATE TABLE document_references (
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  weak INTEGER NOT NULL,
  PRIMARY KEY (target, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_references_source ON document_references (source);

CREATE VIRTUAL TABLE document_text USING fts5 (
  body, content = '', contentless_delete = 1, tokenize = 'unicode61', prefix = '2 3'
);

CREATE TABLE transactions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  author TEXT NOT NULL,
  timestamp TEXT NOT NULL,
  results TEXT NOT NULL
) STRICT;

CREATE TABLE changes (
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  published_id TEXT NOT NULL,
  cause TEXT NOT NULL,
  before_rev TEXT,
  after_rev TEXT,
  apply TEXT NOT NULL,
  revert TEXT NOT NULL,
  mutations TEXT NOT NULL,
  PRIMARY KEY (id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX changes_seq ON changes (seq);
${ERASURES}
CREATE INDEX changes_published ON changes (published_id, seq);

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  robot INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
) STRICT;
CREATE TABLE tokens (
  hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  expires_at INTEGER
) STRICT;
CREATE TABLE sign_in_codes (
  hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE TABLE key_values (
  user_id TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (user_id, key)
) STRICT, WITHOUT ROWID;
`;
