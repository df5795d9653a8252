import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { environment, openApp } from './app';
import { asRoot, packaged, samples } from './packaged';
import { scratchFolder } from './scratch';

const MANY = 200;

/** With spaces, Turkish letters, and a path longer than Windows once allowed. */
function pictures(count: number): string[] {
  const folder = join(scratchFolder(), 'Şikâyet dosyaları (ğ) '.repeat(5).trim(), 'çok uzun '.repeat(20).trim());
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `İş ${index + 1} 100%.png`);
    copyFileSync(samples.letter, path);
    return path;
  });
}

/** Of the draft's sources, in the order of their pages. */
function namesInDraft(home: string): string[] {
  const file = join(home, 'demo/draft/draft.json');
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as { sources: { name: string }[] }).sources.map(({ name }) => name);
}

/** Begins to note the longest time between two frames of the window. */
async function watchFrames(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const noted = globalThis as unknown as { longestGapMs: number };
    noted.longestGapMs = 0;
    let before = performance.now();
    const onFrame = (): void => {
      const now = performance.now();
      noted.longestGapMs = Math.max(noted.longestGapMs, now - before);
      before = now;
      requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
  });
  return () => page.evaluate(() => (globalThis as unknown as { longestGapMs: number }).longestGapMs);
}

it.skipIf(process.platform !== 'linux')(
  `${MANY} files opened in one gesture become one fax in their order, and the window goes on being drawn`,
  async () => {
    const home = scratchFolder();
    const app = await openApp({ home, args: ['--demo'] });
    onTestFinished(() => app.close());
    const longestGapMs = await watchFrames(app.window);
    const given = pictures(MANY);
    spawn(packaged.launcher, [...asRoot, '--demo', ...given], { env: environment(home, {}), stdio: 'ignore' });
    await expect.poll(() => namesInDraft(home).length, { timeout: 200_000 }).toBe(MANY);
    expect(namesInDraft(home)).toEqual(given.map((path) => basename(path)));
    expect(await longestGapMs()).toBeLessThan(1_000);
  },
  240_000,
);
