import { useTexts } from '../language';
import { useKnown } from '../services';
import { CheckField } from '../ui/check-field';
import { Segmented } from '../ui/segmented';
import styles from './settings.module.css';

/** What the program does without its window. */
export function BackgroundSection() {
  const { t } = useTexts();
  const { settings, changeSettings } = useKnown();
  if (!settings) return null;
  const closings = (['ask', 'keep', 'quit'] as const).map((value) => ({
    value,
    label: t(`preferences.whenClosedChoices.${value}`),
  }));
  const notifications = (['all', 'problems', 'none'] as const).map((value) => ({
    value,
    label: t(`preferences.notificationsChoices.${value}`),
  }));
  return (
    <section className={styles.section} aria-labelledby="settings-background">
      <h2 id="settings-background">{t('preferences.background')}</h2>
      <Segmented
        label={t('preferences.whenClosed')}
        value={settings.whenClosed}
        options={closings}
        onChange={(whenClosed) => changeSettings({ whenClosed })}
      />
      <Segmented
        label={t('preferences.notifications')}
        value={settings.notifications}
        options={notifications}
        onChange={(wanted) => changeSettings({ notifications: wanted })}
      />
      <div className={styles.group}>
        <CheckField
          label={t('preferences.startAtLogin')}
          checked={settings.startAtLogin}
          onChange={(startAtLogin) => changeSettings({ startAtLogin })}
        />
        <p className={styles.soft}>{t('preferences.startAtLoginHint')}</p>
      </div>
    </section>
  );
}
