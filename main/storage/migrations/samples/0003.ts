/** What version 3 wrote: a fax in doubt and one the user has to decide on, with the marks of the clock that told their times. */
export const sampleOfVersion3 = `
INSERT INTO documents VALUES ('${'c3'.repeat(32)}', 8192, 1795593600000);
INSERT INTO faxes VALUES
  ('fax-4', 'api.example', '${'c3'.repeat(32)}', NULL, 'ACME', 'fine', 1, 1795593600000, 0, 1);
INSERT INTO deliveries VALUES
  (31, 'd-marked', 'fax-4', 'api.example', '902121313131', 1795593600000, 31, 'unconfirmed',
   '{"kind":"unconfirmed","since":1795593603000,"nextCheckAt":1795593604000,"checks":1}', NULL, NULL, NULL, NULL, NULL,
   NULL, 0, 1795593604000),
  (32, 'd-mixed', 'fax-4', 'api.example', '902123232323', 1795593600000, 32, 'needsDecision',
   '{"kind":"needsDecision","since":1795593663000,"bootedAt":1795500000000,"why":"ambiguousRecord"}', NULL, NULL, NULL,
   NULL, NULL, NULL, 0, NULL);
INSERT INTO attempts VALUES
  (31, 31, 1795593601000, 1795593603000, 'unknown', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1795500000000),
  (32, 32, 1795593601000, 1795593603000, 'unknown', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1795500000000);
INSERT INTO exchange_clocks VALUES ('demo', -3, 900, 1795593602000, 1795500000000);
`;
