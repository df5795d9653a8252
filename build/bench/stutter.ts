import { join } from 'node:path';
import type { Bench } from './place';
import { copies, samplesFor } from './samples';
import { openSendWindow } from './send-window';

const PAGES = 100;
const LONGEST_MS = 50;

/** The page's own record of its long tasks, milliseconds. */
interface Watched {
  longTasks?: number[];
}

/** How long the window's main thread is ever held up while pages come in. Chromium reports tasks over 50 ms only. */
export const benchStutter: Bench = async (place, work) => {
  const { photos, scans } = await samplesFor(place);
  const files = copies([...photos, ...scans], PAGES, join(work, 'files'));
  const window = await openSendWindow(place, join(work, 'home'));
  try {
    await window.settle(0);
    await window.page.evaluate(() => {
      const seen: number[] = ((globalThis as Watched).longTasks = []);
      new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      });
    });
    await window.give(files);
    await window.settle(PAGES);
    const tasks = await window.page.evaluate(() => (globalThis as Watched).longTasks ?? []);
    const longest = Math.max(0, ...tasks);
    return [
      {
        what: `longest task while ${PAGES} pages come in`,
        ours: longest === 0 ? `≤ ${LONGEST_MS} ms` : `${longest.toFixed(0)} ms`,
        reach: `≤ ${LONGEST_MS} ms`,
        isReached: longest <= LONGEST_MS,
      },
      { what: `tasks over ${LONGEST_MS} ms`, ours: `${tasks.length}` },
    ];
  } finally {
    await window.close();
  }
};
