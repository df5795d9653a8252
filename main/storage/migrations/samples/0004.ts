/** What version 4 wrote: a fax that waits for another try, with the mark of the clock that told its times. */
export const sampleOfVersion4 = `
INSERT INTO documents VALUES ('${'d4'.repeat(32)}', 8192, 1795680000000);
INSERT INTO faxes VALUES
  ('fax-5', 'api.example', '${'d4'.repeat(32)}', NULL, 'ACME', 'fine', 1, 1795680000000, 0, 1);
INSERT INTO deliveries VALUES
  (41, 'd-retry-marked', 'fax-5', 'api.example', '902124141414', 1795680000000, 41, 'queued',
   '{"kind":"queued","notBefore":1795680240000,"waitingFor":"network"}', 1795680240000, NULL, NULL, NULL, NULL,
   NULL, 0, NULL, 1795680060000, 1795590000000);
INSERT INTO attempts VALUES
  (41, 41, 1795680001000, 1795680003000, 'notSent', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1795590000000);
`;
