import { useEffect, useState } from 'react';
import type { AppInfo } from '../../app/contract';
import { useTexts } from '../language';
import { useKnown, useServices } from '../services';
import { Screen } from '../ui/screen';
import { Segmented } from '../ui/segmented';
import { BackgroundSection } from './background-section';
import { DefaultsSection } from './defaults-section';
import { IntegrationSection } from './integration-section';
import { KeySection } from './key-section';
import { RecordsSection } from './records-section';
import { SendingSection } from './sending-section';
import styles from './settings.module.css';
import { UpdateSection } from './update-section';

export default function SettingsScreen() {
  const { t } = useTexts();
  const info = useAppInfo();
  return (
    <Screen title={t('ui.nav.settings')}>
      <div className={styles.sections}>
        <LookSection />
        <KeySection />
        {info?.exchangeIsInsecure && <InsecureSection host={info.exchangeHost} />}
        <DefaultsSection />
        <SendingSection />
        <BackgroundSection />
        <RecordsSection />
        {info && <IntegrationSection isWindows={info.platform === 'windows'} />}
        <UpdateSection />
        {info && <p className={styles.about}>{t('ui.settings.about', aboutValues(info))}</p>}
      </div>
    </Screen>
  );
}

function LookSection() {
  const { t } = useTexts();
  const { settings, changeSettings } = useKnown();
  const languages = [
    { value: 'system', label: t('ui.settings.system') },
    { value: 'tr', label: 'Türkçe' },
    { value: 'en', label: 'English' },
  ] as const;
  const themes = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`ui.settings.${value}`) }));
  return (
    <section className={styles.section} aria-labelledby="settings-look">
      <h2 id="settings-look">{t('ui.settings.look')}</h2>
      <Segmented
        label={t('ui.settings.language')}
        value={settings?.language ?? 'system'}
        options={languages}
        onChange={(language) => changeSettings({ language: language === 'system' ? null : language })}
      />
      <Segmented
        label={t('ui.settings.theme')}
        value={settings?.theme ?? 'system'}
        options={themes}
        onChange={(theme) => changeSettings({ theme })}
      />
    </section>
  );
}

/** Shown only where the exchange's address is plain http to another machine. */
function InsecureSection({ host }: { readonly host: string }) {
  const { t } = useTexts();
  const { settings, changeSettings } = useKnown();
  const choices = [
    { value: 'refuse', label: t('ui.settings.httpRefuse') },
    { value: 'allow', label: t('ui.settings.httpAllow') },
  ] as const;
  return (
    <section className={styles.section} aria-labelledby="settings-http">
      <h2 id="settings-http">{t('ui.settings.http')}</h2>
      <p>{t('ui.settings.httpHint', { host })}</p>
      <Segmented
        label={t('ui.settings.http')}
        value={settings?.allowInsecureHttp === true ? 'allow' : 'refuse'}
        options={choices}
        onChange={(choice) => changeSettings({ allowInsecureHttp: choice === 'allow' })}
      />
    </section>
  );
}

function useAppInfo(): AppInfo | null {
  const { client } = useServices();
  const { keyStatus } = useKnown();
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => void client.call('app.info').then(setInfo), [client, keyStatus]);
  return info;
}

const aboutValues = ({ version, exchangeHost }: AppInfo) => ({ version, host: exchangeHost });
