/**
 * What version 1 wrote: a fax to eight recipients, one in every state, and one for another exchange. `order_id` and
 * `call_uuid` are filled as that version filled them.
 */
export const sampleOfVersion1 = `
INSERT INTO documents VALUES ('${'a1'.repeat(32)}', 4096, 1795420800000);
INSERT INTO faxes VALUES
  ('fax-1', 'api.example', '${'a1'.repeat(32)}', '908501234567', 'ACME', 'fine', 2, 1795420800000),
  ('fax-2', 'demo', '${'a1'.repeat(32)}', NULL, 'Örnek', 'standard', 2, 1795420800000);
INSERT INTO deliveries VALUES
  (1, 'd-queued', 'fax-1', 'api.example', '902121111111', 1795420800000, 1, 'queued',
   '{"kind":"queued","notBefore":1795420800000,"waitingFor":"turn"}', 1795420800000, NULL, NULL, NULL, NULL),
  (2, 'd-sending', 'fax-1', 'api.example', '902122222222', 1795420800000, 2, 'sending',
   '{"kind":"sending","since":1795420801000}', NULL, NULL, NULL, 'desk 4711 x', 1795420831000),
  (3, 'd-accepted', 'fax-1', 'api.example', '902123333333', 1795420800000, 3, 'accepted',
   '{"kind":"accepted","orderId":"20212","at":1795420802000,"serviceStatus":null}', NULL, '20212', NULL, NULL, NULL),
  (4, 'd-unconfirmed', 'fax-1', 'api.example', '902124444444', 1795420800000, 4, 'unconfirmed',
   '{"kind":"unconfirmed","since":1795420803000,"nextCheckAt":1795420804000,"checks":1}', NULL, NULL, NULL, NULL, NULL),
  (5, 'd-decision', 'fax-1', 'api.example', '902125555555', 1795420800000, 5, 'needsDecision',
   '{"kind":"needsDecision","since":1795420803000,"why":"ambiguousOrder"}', NULL, NULL, NULL, NULL, NULL),
  (6, 'd-delivered', 'fax-1', 'api.example', '902126666666', 1795420800000, 6, 'delivered',
   '{"kind":"delivered","orderId":"20213","callUuid":"u-1","pagesSent":2,"pagesTotal":2,"at":1795420860000}',
   NULL, '20213', 'u-1', NULL, NULL),
  (7, 'd-failed', 'fax-1', 'api.example', '902127777777', 1795420800000, 7, 'failed',
   '{"kind":"failed","orderId":"20214","callUuid":"u-2","pagesSent":0,"pagesTotal":2,"reason":"Meşgul","at":1795420860000}',
   NULL, '20214', 'u-2', NULL, NULL),
  (8, 'd-refused', 'fax-1', 'api.example', '902128888888', 1795420800000, 8, 'refused',
   '{"kind":"refused","status":400,"message":"invalid base64","at":1795420805000}', NULL, NULL, NULL, NULL, NULL),
  (9, 'd-cancelled', 'fax-1', 'api.example', '902129999999', 1795420800000, 9, 'cancelled',
   '{"kind":"cancelled","at":1795420805000}', NULL, NULL, NULL, NULL, NULL),
  (10, 'd-demo', 'fax-2', 'demo', '902121111111', 1795420800000, 10, 'queued',
   '{"kind":"queued","notBefore":1795420800000,"waitingFor":"turn"}', 1795420800000, NULL, NULL, NULL, NULL);
INSERT INTO attempts VALUES
  (1, 2, 1795420801000, NULL, NULL, NULL),
  (2, 3, 1795420801000, 1795420802000, 'accepted', '20212'),
  (3, 4, 1795420801000, 1795420803000, 'unknown', NULL),
  (4, 6, 1795420801000, 1795420802000, 'accepted', '20213');
INSERT INTO exchange_clocks VALUES ('api.example', -3, 900, 1795420802000);
`;
