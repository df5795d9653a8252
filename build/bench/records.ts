import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { FaxRecord } from '../../app/api/entities';
import { formatStamp } from '../../app/api/stamps';
import { openRecords } from '../../main/storage/records/open-records';
import { createRecordWrites } from '../../main/storage/records/record-writes';
import { inTransaction } from '../../main/storage/transaction';
import { frames } from './frames';
import type { Bench } from './place';
import { openSendWindow, type SendWindow } from './send-window';

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
    const drag = await dragScrollBar(page);
    const allSelected = await selectAll(window);
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
      {
        what: 'while the scroll bar is dragged from end to end and back',
        ours: `${over(drag.times)} of ${drag.times.length}, longest ${longest(drag.times).toFixed(0)} ms`,
        reach: 'none',
        isReached: over(drag.times) <= over(idle),
      },
      {
        what: 'the longest that rows in sight stay blank meanwhile, and once it rests',
        ours: `${drag.blankMs.toFixed(0)} ms, ${drag.filledAfterMs.toFixed(0)} ms`,
      },
      {
        what: 'all selected from the first by Shift and End',
        ours: `${allSelected.ms.toFixed(0)} ms, ${(allSelected.grownBytes / 1e6).toFixed(0)} MB more in the window`,
      },
    ];
  } finally {
    await window.close();
  }
};

/** What the page notes of blank rows, milliseconds. */
interface Watched {
  longestBlankMs?: number;
}

interface Drag {
  readonly times: number[];
  readonly blankMs: number;
  readonly filledAfterMs: number;
}

/** By the mouse, as fast as a hand: down in two seconds, back in one. */
async function dragScrollBar(page: Page): Promise<Drag> {
  const list = page.getByRole('listbox');
  await list.evaluate((element) => element.scrollTo({ top: 0 }));
  await page.waitForTimeout(1_000);
  const box = await list.boundingBox();
  if (box === null) throw new Error('The list is not on the screen.');
  // Below the arrow that some systems have there.
  const [x, top, bottom] = [box.x + box.width - 6, box.y + 22, box.y + box.height - 22];
  await page.mouse.move(x, top);
  await watchBlankRows(page);
  const times = await frames(page, async () => {
    await page.mouse.down();
    for (const [from, to, steps] of [
      [top, bottom, 120],
      [bottom, top + (bottom - top) * 0.3, 60],
    ] as const) {
      for (let step = 1; step <= steps; step++) {
        await page.mouse.move(x, from + ((to - from) * step) / steps);
        await page.waitForTimeout(16);
      }
    }
    await page.mouse.up();
  });
  if ((await list.evaluate(({ scrollTop }) => scrollTop)) === 0) throw new Error('The scroll bar was not dragged.');
  const filledAfterMs = await page.evaluate(async () => {
    const restsAt = performance.now();
    const isBlank = (): boolean => document.querySelector('[role="option"][data-blank]') !== null;
    while (isBlank()) await new Promise(requestAnimationFrame);
    return performance.now() - restsAt;
  });
  return { times, filledAfterMs, blankMs: await page.evaluate(() => (globalThis as Watched).longestBlankMs ?? 0) };
}

/** Notes for how long, at the longest, there was any blank row in sight. */
const watchBlankRows = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let blankSince: number | null = null;
    const look = (now: number): void => {
      const list = document.querySelector('[role="listbox"]');
      const { x = 0, y = 0, width = 0, height = 0 } = list?.getBoundingClientRect() ?? {};
      const middle = document.elementFromPoint(x + width / 2, y + height / 2);
      const isBlank =
        !middle?.closest('[role="option"]') || list?.querySelector('[role="option"][data-blank]') !== null;
      if (isBlank) blankSince ??= now;
      else blankSince = null;
      const watched = globalThis as Watched;
      watched.longestBlankMs = Math.max(watched.longestBlankMs ?? 0, blankSince === null ? 0 : now - blankSince);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

/** From the keys until the bar says how many are selected. */
async function selectAll(window: SendWindow): Promise<{ readonly ms: number; readonly grownBytes: number }> {
  const { page } = window;
  const list = page.getByRole('listbox');
  await list.focus();
  await page.keyboard.press('Home');
  await page.waitForTimeout(1_000);
  const before = await window.memory();
  const startedAt = performance.now();
  await page.keyboard.press('Shift+End');
  await page.getByText(`${RECORDS.toLocaleString('tr')} seçili`).waitFor({ timeout: 200_000 });
  return { ms: performance.now() - startedAt, grownBytes: (await window.memory()) - before };
}

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
