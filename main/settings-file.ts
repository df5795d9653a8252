import ElectronStore from 'electron-store';
import { SETTINGS } from './first-settings';
import type { SettingsFile } from './settings';

/** `<home>/settings.json`, written whole and atomically. A file that is no JSON is started anew. */
export function openSettingsFile(home: string): SettingsFile {
  const file = new ElectronStore<Record<string, unknown>>({
    cwd: home,
    name: SETTINGS,
    clearInvalidConfig: true,
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
  });
  return { read: () => file.store, write: (fields) => file.set(fields) };
}
