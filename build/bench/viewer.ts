import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { FaxRecord } from '../../app/api/entities';
import { formatStamp } from '../../app/api/stamps';
import { assembleFaxPdf } from '../../app/fax/fax-pdf';
import { encodeT6 } from '../../app/fax/t6/encode';
import { createDocumentFolder } from '../../main/records/document-folder';
import { createDocumentStates } from '../../main/storage/records/document-states';
import { openRecords } from '../../main/storage/records/open-records';
import { createRecordWrites } from '../../main/storage/records/record-writes';
import { inTransaction } from '../../main/storage/transaction';
import { paintStrokes } from './drawn/strokes';
import type { Bench, Figure, Place } from './place';
import { openSendWindow } from './send-window';
import { median } from './table';

const PAGES = 20;
const DOCUMENTS = 8;
const LONGEST_MS = 150;
const BETWEEN_CLICKS_MS = 100;

/** How soon the first page of a stored document of 20 pages is on the screen. */
export const benchViewer: Bench = async (place, work) => {
  const home = join(work, 'home');
  const bytes = await fill(home);
  const about = `${PAGES} pages, ${(bytes / 1e6).toFixed(1)} MB`;
  const [rested, restedFirst] = await openEach(place, home, async (page, row) => {
    await rowsOf(page).nth(row).click();
    // As long as a person looks at what is selected before opening it.
    await page.waitForTimeout(2_000);
    return shown(page, 'keydown', async () => page.keyboard.press('Enter'));
  });
  const [clicked, clickedFirst] = await openEach(place, home, (page, row) =>
    shown(page, 'dblclick', () => doubleClick(page, rowsOf(page).nth(row))),
  );
  const [typed, typedFirst] = await openEach(place, home, async (page, row) => {
    if (row === 0) await page.getByRole('listbox').focus();
    return shown(page, 'keydown', async () => {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    });
  });
  return [
    figure(`${about}: selected for two seconds, then opened, median of ${DOCUMENTS - 1}`, rested),
    figure('the first of all', restedFirst),
    figure(`opened by a double click on one that was not selected, median of ${DOCUMENTS - 1}`, clicked),
    figure('the first of all', clickedFirst),
    figure(`opened by Enter as soon as the keyboard is on it, median of ${DOCUMENTS - 1}`, typed),
    figure('the first of all', typedFirst),
  ];
};

const figure = (what: string, ms: number): Figure => ({
  what,
  ours: `${ms.toFixed(0)} ms`,
  reach: `≤ ${LONGEST_MS} ms`,
  isReached: ms <= LONGEST_MS,
});

/** Opens each document once, in an app of its own; answers the median of all but the first, and the first. */
async function openEach(
  place: Place,
  home: string,
  open: (page: Page, row: number) => Promise<number>,
): Promise<readonly [median: number, first: number]> {
  const window = await openSendWindow(place, home);
  const { page } = window;
  try {
    await window.settle(0);
    await page.getByRole('navigation').getByRole('button').nth(3).click();
    await rowsOf(page).first().waitFor();
    // As long as a person looks at the list before opening anything.
    await page.waitForTimeout(2_000);
    const openings = [];
    for (let row = 0; row < DOCUMENTS; row++) {
      openings.push(await open(page, row));
      await page.keyboard.press('Escape');
      await page.waitForTimeout(500);
    }
    const [first = 0, ...later] = openings;
    return [median(later), first];
  } finally {
    await window.close();
  }
}

const rowsOf = (page: Page): Locator => page.getByRole('listbox').getByRole('option');

/** As quickly as a hand clicks twice. */
async function doubleClick(page: Page, row: Locator): Promise<void> {
  await row.hover();
  for (const clickCount of [1, 2]) {
    await page.mouse.down({ clickCount });
    await page.mouse.up({ clickCount });
    if (clickCount === 1) await page.waitForTimeout(BETWEEN_CLICKS_MS);
  }
}

/** What the page notes of the last of `event`, and when the first page was on the screen after it. */
interface Watched {
  pageShownAfterMs?: Promise<number>;
}

/** From the last `event` that `act` brings about until the first page is painted, milliseconds. */
async function shown(page: Page, event: 'keydown' | 'dblclick', act: () => Promise<void>): Promise<number> {
  await page.evaluate((event) => {
    let askedAt = 0;
    const note = ({ timeStamp }: Event): void => void (askedAt = timeStamp);
    addEventListener(event, note, { capture: true });
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const isShown = (): boolean =>
      document.querySelector('[role="region"] canvas[data-page="1"][aria-busy="false"]') !== null;
    (globalThis as Watched).pageShownAfterMs = (async () => {
      while (!isShown()) await painted();
      removeEventListener(event, note, { capture: true });
      return performance.now() - askedAt;
    })();
  }, event);
  await act();
  return page.evaluate(() => (globalThis as Watched).pageShownAfterMs ?? 0);
}

/** Received faxes of the demo account, with their documents. Answers the size of one. */
async function fill(home: string): Promise<number> {
  const folder = join(home, 'demo');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ account: 'demo', header: 'Ofis', language: 'tr' }));
  const now = Date.now();
  const { database } = openRecords(join(folder, 'records.sqlite'), now);
  const documents = createDocumentFolder(join(folder, 'records'));
  const states = createDocumentStates(database);
  const writes = createRecordWrites(database);
  let byteCount = 0;
  for (let index = 0; index < DOCUMENTS; index++) {
    const pdf = await documentOf(index);
    byteCount = pdf.length;
    const { sha256 } = await documents.store(async (sink) => {
      await sink.begin();
      await sink.write(pdf);
      return { type: 'pdf', byteCount };
    });
    const record = recordOf(`viewer-${index}`, now - index * 3_600_000);
    inTransaction(database, () =>
      writes.keep([{ record, unreadable: [] }], { otherwiseAt: now, isUnread: () => false }),
    );
    states.set(record.callUuid, { kind: 'kept', type: 'pdf', byteCount, sha256, keptAt: now });
  }
  database.close();
  return byteCount;
}

/** A document of its own for each number. */
function documentOf(index: number): Promise<Uint8Array> {
  const pages = Array.from({ length: PAGES }, (_, page) => {
    const bitmap = paintStrokes(1686, 2156, index * PAGES + page + 1);
    return { t6: encodeT6(bitmap), widthPels: 1686, scanLines: 2156, resolution: 'fine' as const };
  });
  return assembleFaxPdf(pages);
}

function recordOf(callUuid: string, at: number): FaxRecord {
  const startStamp = formatStamp(at);
  return {
    callUuid,
    direction: 'inbound',
    sender: '902123205072',
    recipient: '902129630131',
    header: 'Ofis',
    pagesCount: `${PAGES} / ${PAGES}`,
    pagesSent: PAGES,
    pagesTotal: PAGES,
    transferRateBps: 14_400,
    startStamp,
    answerStamp: startStamp,
    endStamp: startStamp,
    durationSeconds: 300,
    success: true,
    result: 'Başarılı',
  };
}
