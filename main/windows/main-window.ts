import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { Language } from '../../app/settings';
import type { FirstSettings } from '../first-settings';
import type { WindowBounds } from '../settings';
import { PAGE_ORIGIN } from './page-protocol';

const MINIMUM = { width: 800, height: 560 };

/** What every page of ours runs in: sandboxed, isolated, no Node. */
export const pagePreferences = {
  preload: join(app.getAppPath(), 'dist/preload/index.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  // Kept compiled from the first start on (decision 0049).
  v8CacheOptions: 'bypassHeatCheck',
} as const;

interface WindowParts extends FirstSettings {
  readonly language: Language;
  /** Files are on their way to it. */
  readonly isOpening: boolean;
}

/** Opens the one window, where it was last. It is shown with its first paint. */
export function openMainWindow({ bounds, theme, language, isOpening }: WindowParts): BrowserWindow {
  const window = new BrowserWindow({
    ...placeOf(bounds),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    title: 'Faksla',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#151718' : '#eef0f0',
    webPreferences: pagePreferences,
  });
  if (bounds?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  const query = new URLSearchParams({ lang: language, theme, ...(isOpening && { opening: '' }) });
  void window.loadURL(`${PAGE_ORIGIN}/index.html?${query.toString()}`);
  return window;
}

/** The remembered place, as far as a screen still shows it. */
function placeOf(bounds: WindowBounds | null): { width: number; height: number; x?: number; y?: number } {
  if (bounds === null) return { width: 1200, height: 800 };
  const { x, y, width, height } = bounds;
  if (x === undefined || y === undefined) return { width, height };
  const visible = screen.getAllDisplays().some(({ workArea: area }) => {
    const overlapX = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
    const overlapY = Math.min(y + height, area.y + area.height) - Math.max(y, area.y);
    return overlapX >= 100 && overlapY >= 100;
  });
  return visible ? { x, y, width, height } : { width, height };
}
