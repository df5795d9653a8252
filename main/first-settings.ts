import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../app/settings';
import type { WindowBounds } from './settings';

/** The name of the settings' file, which ends in `.json`. */
export const SETTINGS = 'settings';

/** What the first window needs of the settings. */
export interface FirstSettings extends Pick<Settings, 'language' | 'theme'> {
  readonly bounds: WindowBounds | null;
}

/**
 * Reads them as `openSettings` would, and without what that loads, for which the window would wait (decision 0046).
 *
 * @throws where the file is there and can't be read
 */
export function readFirstSettings(home: string): FirstSettings {
  const { language, theme, window } = fieldsOf(textOf(join(home, `${SETTINGS}.json`)));
  return {
    language: language === 'tr' || language === 'en' ? language : null,
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    bounds: isPlace(window) ? placeOf(window) : null,
  };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '{}';
    throw error;
  }
}

/** Of what is no JSON, as of what is no object, there are none. */
function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const fields: unknown = JSON.parse(text);
    return typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;

const isCoordinate = (value: unknown): boolean => value === undefined || Number.isSafeInteger(value);

function isPlace(value: unknown): value is WindowBounds {
  const { x, y, width, height, maximized } = (value ?? {}) as Record<string, unknown>;
  const isSize = isWhole(width, 400, 20_000) && isWhole(height, 300, 20_000);
  return isSize && isCoordinate(x) && isCoordinate(y) && typeof maximized === 'boolean';
}

const placeOf = ({ x, y, width, height, maximized }: WindowBounds): WindowBounds => ({
  ...(x !== undefined && { x }),
  ...(y !== undefined && { y }),
  width,
  height,
  maximized,
});
