/**
 * The spool. `revision` grows over all deliveries with every change, so one number tells what changed since. `state`
 * is the whole state as JSON; `kind`, `not_before`, `order_id` and `call_uuid` repeat parts of it for SQL.
 */
export const outboxMigration = `
CREATE TABLE documents (
  sha256 TEXT PRIMARY KEY,
  byte_count INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE faxes (
  id TEXT PRIMARY KEY,
  exchange TEXT NOT NULL,
  document_sha256 TEXT NOT NULL REFERENCES documents (sha256),
  sender TEXT,
  header TEXT NOT NULL,
  resolution TEXT NOT NULL,
  page_count INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE deliveries (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  fax_id TEXT NOT NULL REFERENCES faxes (id),
  exchange TEXT NOT NULL,
  recipient TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  not_before INTEGER,
  order_id TEXT,
  call_uuid TEXT,
  lease_owner TEXT,
  lease_until INTEGER
) STRICT;

CREATE UNIQUE INDEX one_delivery_an_order ON deliveries (exchange, order_id) WHERE order_id IS NOT NULL;
CREATE UNIQUE INDEX one_delivery_a_record ON deliveries (exchange, call_uuid) WHERE call_uuid IS NOT NULL;
CREATE INDEX changed_deliveries ON deliveries (revision);
CREATE INDEX open_deliveries ON deliveries (exchange, number)
  WHERE kind NOT IN ('delivered', 'failed', 'refused', 'cancelled');

CREATE TABLE attempts (
  number INTEGER PRIMARY KEY,
  delivery_number INTEGER NOT NULL REFERENCES deliveries (number),
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  outcome TEXT,
  order_id TEXT
) STRICT;

CREATE INDEX attempts_of_a_delivery ON attempts (delivery_number, number);
CREATE INDEX attempts_of_an_order ON attempts (order_id) WHERE order_id IS NOT NULL;

CREATE TABLE exchange_clocks (
  exchange TEXT PRIMARY KEY,
  low_ms INTEGER NOT NULL,
  high_ms INTEGER NOT NULL,
  learnt_at INTEGER NOT NULL
) STRICT;
`;
