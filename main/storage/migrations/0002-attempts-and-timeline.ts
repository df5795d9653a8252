/**
 * Later, again, and what happened. An attempt keeps the call made of it, so a delivery may have several (D5);
 * `attempts.exchange` is filled with `call_uuid`. `check_at` repeats an unconfirmed state's `nextCheckAt`. `timeline` is
 * only ever added to. A paused exchange has a row with `paused_at` in `queues`.
 */
export const attemptsAndTimelineMigration = `
ALTER TABLE faxes ADD COLUMN office_hours_only INTEGER NOT NULL DEFAULT 0;
ALTER TABLE faxes ADD COLUMN retry INTEGER NOT NULL DEFAULT 1;
CREATE INDEX faxes_of_a_document ON faxes (document_sha256, created_at);

ALTER TABLE deliveries ADD COLUMN send_at INTEGER;
ALTER TABLE deliveries ADD COLUMN retries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deliveries ADD COLUMN check_at INTEGER;
UPDATE deliveries SET check_at = state ->> '$.nextCheckAt' WHERE kind = 'unconfirmed';
CREATE INDEX deliveries_of_a_fax ON deliveries (fax_id, number);
CREATE INDEX deliveries_by_kind ON deliveries (exchange, kind);
CREATE INDEX deliveries_in_order ON deliveries (exchange, number);
CREATE INDEX waiting_deliveries ON deliveries (exchange, state ->> '$.waitingFor') WHERE kind = 'queued';
CREATE INDEX queued_deliveries ON deliveries (exchange, not_before) WHERE kind = 'queued';

ALTER TABLE attempts ADD COLUMN exchange TEXT;
ALTER TABLE attempts ADD COLUMN call_uuid TEXT;
ALTER TABLE attempts ADD COLUMN call_at INTEGER;
ALTER TABLE attempts ADD COLUMN success INTEGER;
ALTER TABLE attempts ADD COLUMN reason TEXT;
ALTER TABLE attempts ADD COLUMN pages_sent INTEGER;
ALTER TABLE attempts ADD COLUMN pages_total INTEGER;
UPDATE attempts SET exchange = d.exchange, call_uuid = d.call_uuid, call_at = d.state ->> '$.at',
  success = d.kind = 'delivered', reason = coalesce(d.state ->> '$.reason', ''),
  pages_sent = d.state ->> '$.pagesSent', pages_total = d.state ->> '$.pagesTotal'
FROM deliveries d
WHERE d.number = attempts.delivery_number AND d.call_uuid IS NOT NULL
  AND attempts.number = (SELECT max(number) FROM attempts a WHERE a.delivery_number = d.number);
CREATE UNIQUE INDEX one_attempt_a_record ON attempts (exchange, call_uuid) WHERE call_uuid IS NOT NULL;

CREATE TABLE timeline (
  number INTEGER PRIMARY KEY,
  delivery_number INTEGER NOT NULL REFERENCES deliveries (number),
  attempt_number INTEGER REFERENCES attempts (number),
  at INTEGER NOT NULL,
  event TEXT NOT NULL
) STRICT;
CREATE INDEX timeline_of_a_delivery ON timeline (delivery_number, number);
CREATE TRIGGER timeline_is_not_changed BEFORE UPDATE ON timeline BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER timeline_is_not_deleted BEFORE DELETE ON timeline BEGIN SELECT raise(ABORT, 'append only'); END;
INSERT INTO timeline (delivery_number, at, event)
  SELECT number, created_at, json_object('kind', 'queued', 'notBefore', created_at, 'waitingFor', 'turn')
  FROM deliveries ORDER BY number;

CREATE TABLE queues (
  exchange TEXT PRIMARY KEY,
  paused_at INTEGER
) STRICT;
`;
