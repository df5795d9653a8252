/**
 * The service's records. `number` grows with the moment the call began, so that rows, the index `search` and every other
 * index lie in the order of time (`record-numbers.ts`). `started_at`, `ended_at` are epoch milliseconds. `sender_digits`
 * and `recipient_digits` are the numbers as `canonicalNumber` spells them; `search_text` is what free text is looked for
 * in (`app/history/search-text.ts`), the `_key` columns sort as
 * the Turkish alphabet does. What was erased one by one is remembered by a hash, so that it does not come back.
 */
export const recordsMigration = `
CREATE TABLE records (
  number INTEGER PRIMARY KEY,
  call_uuid TEXT NOT NULL UNIQUE,
  direction TEXT,
  sender TEXT NOT NULL,
  recipient TEXT NOT NULL,
  sender_digits TEXT NOT NULL,
  recipient_digits TEXT NOT NULL,
  header TEXT NOT NULL,
  pages_count TEXT NOT NULL,
  pages_sent INTEGER,
  pages_total INTEGER,
  transfer_rate_bps REAL,
  start_stamp TEXT NOT NULL,
  answer_stamp TEXT,
  end_stamp TEXT,
  started_at INTEGER,
  ended_at INTEGER,
  duration_seconds REAL,
  success INTEGER NOT NULL,
  result TEXT NOT NULL,
  header_key TEXT NOT NULL,
  result_key TEXT NOT NULL,
  unreadable TEXT NOT NULL DEFAULT '[]',
  unread INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  tags TEXT NOT NULL DEFAULT '[]',
  rotations TEXT NOT NULL DEFAULT '{}',
  search_text TEXT NOT NULL
) STRICT;

CREATE INDEX records_in_time ON records (number);
CREATE INDEX records_by_direction ON records (direction);
CREATE INDEX records_by_success ON records (success);
CREATE INDEX records_by_sender ON records (sender_digits);
CREATE INDEX records_by_recipient ON records (recipient_digits);
CREATE INDEX records_by_header ON records (header_key);
CREATE INDEX records_by_result ON records (result_key);
CREATE INDEX records_by_pages ON records (coalesce(pages_sent, -1));
CREATE INDEX records_by_duration ON records (coalesce(duration_seconds, -1));
CREATE INDEX unread_records ON records (number) WHERE unread = 1;
CREATE INDEX annotated_records ON records (number) WHERE tags <> '[]';

CREATE VIRTUAL TABLE search USING fts5 (
  search_text, content = 'records', content_rowid = 'number', tokenize = 'trigram case_sensitive 1'
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER records_added AFTER INSERT ON records BEGIN
  INSERT INTO search (rowid, search_text) VALUES (new.number, new.search_text);
END;
CREATE TRIGGER records_erased AFTER DELETE ON records BEGIN
  INSERT INTO search (search, rowid, search_text) VALUES ('delete', old.number, old.search_text);
END;
CREATE TRIGGER records_reworded AFTER UPDATE OF search_text, number ON records
WHEN old.search_text <> new.search_text OR old.number <> new.number BEGIN
  INSERT INTO search (search, rowid, search_text) VALUES ('delete', old.number, old.search_text);
  INSERT INTO search (rowid, search_text) VALUES (new.number, new.search_text);
END;

CREATE TABLE erased_records (
  hash TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE covered_spans (
  from_at INTEGER PRIMARY KEY,
  until_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sync_facts (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT;

CREATE TABLE record_documents (
  call_uuid TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  sha256 TEXT,
  state TEXT NOT NULL,
  next_try_at INTEGER
) STRICT;

CREATE INDEX awaited_documents ON record_documents (next_try_at) WHERE kind = 'awaited';
CREATE INDEX documents_by_content ON record_documents (sha256) WHERE sha256 IS NOT NULL;

CREATE TABLE names (
  digits TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE saved_searches (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  question TEXT NOT NULL,
  sort TEXT NOT NULL
) STRICT;
`;
