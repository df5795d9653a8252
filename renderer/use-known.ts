import { useCallback, useEffect, useMemo, useState } from 'react';
import type { KeyStatus } from '../app/contract';
import type { Language, Settings } from '../app/settings';
import type { Client } from './bridge';
import type { Known } from './services';

/** Asks main for the settings and the key's status and follows their changes; applies the theme. */
export function useKnownFacts(client: Client): Known {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [keyStatus, setKeyStatus] = useState<KeyStatus | null>(null);
  useEffect(() => {
    const stops = [client.on('settingsChanged', setSettings), client.on('keyStatusChanged', setKeyStatus)];
    void client.call('settings.get').then(setSettings);
    void client.call('key.status').then(setKeyStatus);
    return () => stops.forEach((stop) => stop());
  }, [client]);
  const changeSettings = useCallback(
    (change: Partial<Settings>) => void client.call('settings.change', change).then(setSettings),
    [client],
  );
  useTheme(settings);
  return useMemo(() => ({ settings, keyStatus, changeSettings, setKeyStatus }), [settings, keyStatus, changeSettings]);
}

function useTheme(settings: Settings | null): void {
  useEffect(() => {
    if (settings) document.documentElement.dataset['theme'] = settings.theme;
  }, [settings]);
}

/** The language to speak: the chosen one, or the system's, which main knows. */
export function useLanguage(client: Client, atStart: Language, settings: Settings | null): Language {
  const [systems, setSystems] = useState(atStart);
  const chosen = settings?.language;
  useEffect(() => {
    if (chosen === null) void client.call('app.info').then(({ language }) => setSystems(language));
  }, [client, chosen]);
  const language = chosen ?? systems;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return language;
}
