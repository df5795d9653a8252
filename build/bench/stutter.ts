import { join } from 'node:path';
import type { Bench } from './place';
import { copies, samplesFor } from './samples';
import { openUndrivenWindow } from './undriven-window';

const PAGES = 100;
const LONGEST_MS = 50;

/** The page keeps a record of its long tasks, milliseconds. */
const watchTasks = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'longtask' });`;

/** How long the window's main thread is ever held up while pages come in. Chromium reports tasks over 50 ms only. */
export const benchStutter: Bench = async (place, work) => {
  const { photos, scans } = await samplesFor(place);
  const files = copies([...photos, ...scans], PAGES, join(work, 'files'));
  const window = await openUndrivenWindow(place, join(work, 'home'));
  try {
    await window.settle(0);
    await window.evaluate(watchTasks);
    await window.give(files);
    await window.settle(PAGES);
    const tasks = (await window.evaluate('longTasks')) as number[];
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
