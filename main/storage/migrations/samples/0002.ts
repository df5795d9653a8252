/**
 * What version 2 wrote: a fax for office hours, tried again after a busy call, put off by the user, delivered at the
 * second attempt; and a paused queue.
 */
export const sampleOfVersion2 = `
INSERT INTO documents VALUES ('${'b2'.repeat(32)}', 8192, 1795507200000);
INSERT INTO faxes VALUES
  ('fax-3', 'api.example', '${'b2'.repeat(32)}', NULL, 'ACME', 'fine', 1, 1795507200000, 1, 1);
INSERT INTO deliveries VALUES
  (21, 'd-retry', 'fax-3', 'api.example', '902121212121', 1795507200000, 21, 'queued',
   '{"kind":"queued","notBefore":1795507400000,"waitingFor":"retry","lastCall":{"callUuid":"u-3","cause":"busy","reason":"Meşgul","pagesSent":0,"pagesTotal":1,"at":1795507220000}}',
   1795507400000, NULL, NULL, NULL, NULL, NULL, 1, NULL),
  (22, 'd-later', 'fax-3', 'api.example', '902122222221', 1795507200000, 22, 'queued',
   '{"kind":"queued","notBefore":1795600000000,"waitingFor":"time"}', 1795600000000, NULL, NULL, NULL, NULL,
   1795600000000, 0, NULL),
  (23, 'd-second', 'fax-3', 'api.example', '902123232323', 1795507200000, 23, 'delivered',
   '{"kind":"delivered","orderId":"20222","callUuid":"u-5","pagesSent":1,"pagesTotal":1,"at":1795507500000}',
   NULL, '20222', 'u-5', NULL, NULL, NULL, 1, NULL),
  (24, 'd-doubted', 'fax-3', 'api.example', '902124242424', 1795507200000, 24, 'unconfirmed',
   '{"kind":"unconfirmed","since":1795507203000,"nextCheckAt":1795507204000,"checks":1}', NULL, NULL, NULL, NULL, NULL,
   NULL, 0, 1795507204000);
INSERT INTO attempts VALUES
  (21, 21, 1795507201000, 1795507202000, 'accepted', '20220', 'api.example', 'u-3', 1795507220000, 0, 'Meşgul', 0, 1),
  (22, 23, 1795507201000, 1795507202000, 'accepted', '20221', 'api.example', 'u-4', 1795507220000, 0, 'Cevap yok', 0, 1),
  (23, 23, 1795507401000, 1795507402000, 'accepted', '20222', 'api.example', 'u-5', 1795507500000, 1, '', 1, 1),
  (24, 24, 1795507201000, 1795507203000, 'unknown', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO timeline VALUES
  (21, 21, NULL, 1795507200000, '{"kind":"queued","notBefore":1795507200000,"waitingFor":"turn"}'),
  (22, 21, 21, 1795507201000, '{"kind":"uploading"}'),
  (23, 21, 21, 1795507202000, '{"kind":"accepted","orderId":"20220"}'),
  (24, 21, 21, 1795507210000, '{"kind":"dialling"}'),
  (25, 21, 21, 1795507220000,
   '{"kind":"willRetry","retryAt":1795507400000,"cause":"busy","reason":"Meşgul","callUuid":"u-3"}'),
  (26, 22, NULL, 1795507300000, '{"kind":"rescheduled","notBefore":1795600000000,"waitingFor":"time"}');
INSERT INTO queues VALUES ('api.example', 1795507300000), ('demo', NULL);
`;
