import { existsSync } from 'node:fs';
import type { App } from 'electron';

/** Where Linux has its graphics cards, and Windows' Linux its own. */
const CARDS = ['/dev/dri', '/dev/dxg'];

/**
 * Has windows drawn by the processor at once where there is no graphics card: Chromium would emulate one, which takes a
 * sixth of a start and draws no faster (decision 0035). Before the app is ready.
 */
export function drawBySoftware(
  app: Pick<App, 'disableHardwareAcceleration' | 'commandLine'>,
  platform: NodeJS.Platform,
  isThere: (path: string) => boolean = existsSync,
): void {
  if (platform !== 'linux' || CARDS.some(isThere)) return;
  app.disableHardwareAcceleration();
  app.commandLine.appendSwitch('disable-software-rasterizer');
}
