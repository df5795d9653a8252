import { expect, it } from 'vitest';
import { quick } from './quick';
import { asked, sentenceOf, tellHistories } from './tell';

it('loses no fax and sends none twice; each ends final or as the user’s decision (D1–D7)', async () => {
  const told = await tellHistories(quick, ...asked(50_000, 1));
  process.stdout.write(sentenceOf(told));
  expect(told.histories).toBeGreaterThan(0);
}, 3_600_000);
