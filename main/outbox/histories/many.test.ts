import { expect, it } from 'vitest';
import { quick } from './quick';
import { sentenceOf, tellHistories } from './tell';

it('loses no fax and sends none twice; each ends final or as the user’s decision (D1–D7)', async () => {
  const told = await tellHistories(quick, Number(process.env['HISTORIES'] ?? 1000), Number(process.env['SEED'] ?? 1));
  process.stdout.write(sentenceOf(told));
  expect(told.histories).toBeGreaterThan(0);
}, 3_600_000);
