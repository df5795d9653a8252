import type { Page } from 'playwright-core';

/** What the page notes of its frames, milliseconds. */
interface Watched {
  frameTimes?: number[];
}

/** The times between frames while `work` lasts. */
export async function frames(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = ((globalThis as Watched).frameTimes = []);
    let before = performance.now();
    const note = (now: number): void => {
      if ((globalThis as Watched).frameTimes !== times) return;
      times.push(now - before);
      before = now;
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  await work();
  return page.evaluate(() => {
    const times = (globalThis as Watched).frameTimes ?? [];
    delete (globalThis as Watched).frameTimes;
    return times.slice(1);
  });
}
