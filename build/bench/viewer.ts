import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { assembleFaxPdf } from '../../app/fax/fax-pdf';
import { encodeT6 } from '../../app/fax/t6/encode';
import { createDocumentSpool } from '../../main/storage/document-spool';
import { openDatabase } from '../../main/storage/open-database';
import { createOutboxStore } from '../../main/storage/outbox-store';
import { paintStrokes } from './drawn/strokes';
import type { Bench } from './place';
import { openSendWindow } from './send-window';
import { median } from './table';

const PAGES = 20;
const OPENINGS = 7;
const LONGEST_MS = 150;

/** How soon the first page of a stored document of 20 pages is on the screen. */
export const benchViewer: Bench = async (place, work) => {
  const home = join(work, 'home');
  const bytes = await fill(home);
  const window = await openSendWindow(place, home);
  try {
    await window.settle(0);
    await window.page.getByRole('navigation').getByRole('button').nth(1).click();
    await window.page.getByRole('option').first().click();
    // As long as a person looks at the list before opening anything.
    await window.page.waitForTimeout(2_000);
    const openings = [];
    for (let time = 0; time < OPENINGS; time++) openings.push(await open(window.page));
    const [first = 0, ...later] = openings;
    return [
      {
        what: `${PAGES} pages, ${(bytes / 1e6).toFixed(1)} MB: from the click to the first page, median of ${OPENINGS - 1}`,
        ours: `${median(later).toFixed(0)} ms`,
        reach: `≤ ${LONGEST_MS} ms`,
        isReached: median(later) <= LONGEST_MS,
      },
      {
        what: 'the first of all',
        ours: `${first.toFixed(0)} ms`,
        reach: `≤ ${LONGEST_MS} ms`,
        isReached: first <= LONGEST_MS,
      },
    ];
  } finally {
    await window.close();
  }
};

/** A delivered fax in the demo account's outbox. Answers the size of its document. */
async function fill(home: string): Promise<number> {
  const folder = join(home, 'demo');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ account: 'demo', header: 'Ofis', language: 'tr' }));
  const pages = Array.from({ length: PAGES }, (_, page) => {
    const bitmap = paintStrokes(1686, 2156, page + 1);
    return { t6: encodeT6(bitmap), widthPels: 1686, scanLines: 2156, resolution: 'fine' as const };
  });
  const pdf = await assembleFaxPdf(pages);
  const database = openDatabase(join(folder, 'outbox.sqlite'));
  const documents = createDocumentSpool(join(folder, 'spool'));
  const store = createOutboxStore({ database, documents, exchange: 'demo' });
  const at = Date.now();
  const request = { recipients: ['+902123205072'], sender: null, header: 'Ofis', resolution: 'fine' } as const;
  const [delivery] = await store.queue({ ...request, recipients: [...request.recipients], pageCount: PAGES }, pdf, at);
  const state = { kind: 'delivered', orderId: '1', callUuid: 'bench', pagesSent: PAGES, pagesTotal: PAGES, at };
  database
    .prepare("UPDATE deliveries SET kind = 'delivered', not_before = NULL, state = ? WHERE id = ?")
    .run(JSON.stringify(state), delivery?.id ?? '');
  database.close();
  return pdf.length;
}

/** From the click on “Open document” until its first page is painted; then back to the list. */
async function open(page: Page): Promise<number> {
  const took = await page.evaluate(async () => {
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const button = document
      .querySelector<HTMLElement>('aside button svg')
      ?.closest('aside')
      ?.querySelectorAll('button')[1];
    const startedAt = performance.now();
    button?.click();
    while (document.querySelector('[role="region"] canvas[data-page="1"][aria-busy="false"]') === null) await painted();
    return performance.now() - startedAt;
  });
  await page.keyboard.press('Escape');
  await page.waitForTimeout(500);
  return took;
}
