import type { AppInfo } from '../../app/contract';
import type { Settings } from '../../app/settings';
import type { SettingsStore } from '../settings';
import type { Handlers } from './serve';

export interface AppCallParts {
  readonly settings: SettingsStore;
  readonly info: () => Promise<AppInfo>;
  readonly onReady: () => void;
  readonly onSettings: (settings: Settings) => void;
}

type Served = 'app.info' | 'app.ready' | 'settings.get' | 'settings.change';

export function appCalls({ settings, info, onReady, onSettings }: AppCallParts): Pick<Handlers, Served> {
  return {
    'app.info': info,
    'app.ready': onReady,
    'settings.get': () => settings.get(),
    'settings.change'(changes) {
      const changed = settings.change(changes);
      onSettings(changed);
      return changed;
    },
  };
}
