import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaxRecord } from '../../app/api/entities';
import { formatStamp } from '../../app/api/stamps';
import { openRecords } from '../../main/storage/records/open-records';
import { createRecordWrites } from '../../main/storage/records/record-writes';
import { inTransaction } from '../../main/storage/transaction';
import { frames } from './frames';
import type { Bench } from './place';
import { openSendWindow } from './send-window';

const RECORDS = 100_000;
const WHEEL_STEPS = 150;
const LONGEST_FRAME_MS = 33.4;

/** Whether a list of 100,000 records scrolls smoothly, by the wheel and by jumps. */
export const benchRecords: Bench = async (place, work) => {
  const home = join(work, 'home');
  fill(home);
  const window = await openSendWindow(place, home);
  const { page } = window;
  try {
    await page.getByRole('navigation').getByRole('button').nth(3).click();
    const list = page.getByRole('listbox');
    await list.getByRole('option').first().waitFor();
    await page.waitForTimeout(3_000);
    const idle = await frames(page, async () => page.waitForTimeout(2_000));
    await page.mouse.move(700, 500);
    const wheel = await frames(page, async () => {
      for (let step = 0; step < WHEEL_STEPS; step++) {
        await page.mouse.wheel(0, 600);
        await page.waitForTimeout(16);
      }
    });
    const jumps = await frames(page, async () => {
      for (let step = 1; step <= 20; step++) {
        await list.evaluate((element, share) => element.scrollTo({ top: element.scrollHeight * share }), step / 20);
        await page.waitForTimeout(100);
      }
    });
    const longest = (times: readonly number[]): number => Math.max(...times);
    const over = (times: readonly number[]): number => times.filter((ms) => ms > LONGEST_FRAME_MS).length;
    return [
      {
        what: `${RECORDS} records: frames over 33 ms while scrolling by the wheel`,
        ours: `${over(wheel)} of ${wheel.length}, longest ${longest(wheel).toFixed(0)} ms`,
        peer: `${over(idle)} of ${idle.length} standing still`,
        reach: 'none',
        isReached: over(wheel) <= over(idle),
      },
      {
        what: 'while jumping to 20 places of the list',
        ours: `${over(jumps)} of ${jumps.length}, longest ${longest(jumps).toFixed(0)} ms`,
        reach: 'none',
        isReached: over(jumps) <= over(idle),
      },
    ];
  } finally {
    await window.close();
  }
};

function fill(home: string): void {
  const folder = join(home, 'demo');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ account: 'demo', header: 'Ofis', language: 'tr' }));
  const now = Date.now();
  const { database } = openRecords(join(folder, 'records.sqlite'), now);
  const writes = createRecordWrites(database);
  for (let first = 0; first < RECORDS; first += 5_000) {
    const page = Array.from({ length: 5_000 }, (_, n) => ({ record: recordOf(first + n, now), unreadable: [] }));
    inTransaction(database, () => writes.keep(page, { otherwiseAt: now, isUnread: () => false }));
  }
  database.close();
}

function recordOf(index: number, now: number): FaxRecord {
  const startStamp = formatStamp(now - (RECORDS - index) * 900_000);
  const success = index % 7 !== 0;
  return {
    callUuid: `bench-${index}`,
    direction: index % 3 === 0 ? 'inbound' : 'outbound',
    sender: '902129630131',
    recipient: `90212${3_000_000 + (index % 5_000)}`,
    header: `Ofis ${index % 40}`,
    pagesCount: '2 / 2',
    pagesSent: 2,
    pagesTotal: 2,
    transferRateBps: 14_400,
    startStamp,
    answerStamp: startStamp,
    endStamp: startStamp,
    durationSeconds: 60,
    success,
    result: success ? 'Başarılı' : 'Meşgul',
  };
}
