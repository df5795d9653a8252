import { useTexts } from '../language';
import { useKnown } from '../services';
import { Field, TextInput } from '../ui/field';
import { Segmented } from '../ui/segmented';
import styles from './settings.module.css';

/** What a new fax begins with. */
export function DefaultsSection() {
  const { t } = useTexts();
  const { settings, changeSettings } = useKnown();
  if (!settings) return null;
  const resolutions = (['fine', 'standard'] as const).map((value) => ({
    value,
    label: t(`ui.compose.resolutions.${value}`),
  }));
  const modes = (['auto', 'text', 'photo'] as const).map((value) => ({ value, label: t(`ui.compose.modes.${value}`) }));
  return (
    <section className={styles.section} aria-labelledby="settings-defaults">
      <h2 id="settings-defaults">{t('ui.settings.defaults')}</h2>
      <Field label={t('ui.compose.header')} hint={t('ui.compose.headerHint')}>
        {(ids) => (
          <TextInput
            {...ids}
            key={settings.header}
            defaultValue={settings.header}
            maxLength={60}
            onBlur={({ target }) => changeSettings({ header: target.value.trim() })}
          />
        )}
      </Field>
      <Segmented
        label={t('ui.compose.resolution')}
        value={settings.resolution}
        options={resolutions}
        onChange={(resolution) => changeSettings({ resolution })}
      />
      <Segmented
        label={t('ui.compose.mode')}
        value={settings.mode}
        options={modes}
        onChange={(mode) => changeSettings({ mode })}
      />
    </section>
  );
}
