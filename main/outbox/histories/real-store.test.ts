import { expect, it } from 'vitest';
import { onSqlite } from './on-sqlite';
import { asked, sentenceOf, tellHistories } from './tell';

it('loses no fax and sends none twice on the real store, too (D1–D7)', async () => {
  const told = await tellHistories(onSqlite, ...asked(300, 3));
  process.stdout.write(sentenceOf(told));
  expect(told.histories).toBeGreaterThan(0);
}, 3_600_000);
