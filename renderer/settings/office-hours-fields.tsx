import type { OfficeHours } from '../../app/outbox/office-hours';
import { useTexts } from '../language';
import { useKnown } from '../services';
import { Field, TextInput } from '../ui/field';
import { CheckField } from '../ui/check-field';
import styles from './settings.module.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** When an office may be called: days, from, to, and whether new faxes wait for that. */
export function OfficeHoursFields() {
  const { t } = useTexts();
  const { settings, changeSettings } = useKnown();
  if (!settings) return null;
  const hours = settings.officeHours;
  const change = (changed: Partial<OfficeHours>): void => changeSettings({ officeHours: { ...hours, ...changed } });
  const toggle = (day: number): void => {
    const days = hours.days.includes(day) ? hours.days.filter((each) => each !== day) : [...hours.days, day].sort();
    if (days.length > 0) change({ days });
  };
  const time = (which: 'from' | 'to') => (
    <Field label={t(`preferences.${which}`)}>
      {(ids) => (
        <TextInput
          {...ids}
          key={hours[which]}
          type="time"
          defaultValue={hours[which] === '24:00' ? '00:00' : hours[which]}
          onBlur={({ target }) => {
            const wanted = which === 'to' && target.value === '00:00' ? '24:00' : target.value;
            if (wanted !== '' && wanted !== hours[which]) change({ [which]: wanted });
          }}
        />
      )}
    </Field>
  );
  return (
    <fieldset className={styles.group}>
      <legend>{t('preferences.officeHours')}</legend>
      <div className={styles.days} role="group" aria-label={t('preferences.days')}>
        {weekdays.map((day) => (
          <button
            key={day}
            type="button"
            className={styles.day}
            aria-pressed={hours.days.includes(day)}
            onClick={() => toggle(day)}
          >
            {t(`preferences.weekdays.d${day}`)}
          </button>
        ))}
      </div>
      <div className={styles.fields}>
        {time('from')}
        {time('to')}
      </div>
      <CheckField
        label={t('preferences.officeHoursOnly')}
        checked={settings.officeHoursOnly}
        onChange={(officeHoursOnly) => changeSettings({ officeHoursOnly })}
      />
      <p className={styles.soft}>{t('preferences.officeHoursHint')}</p>
    </fieldset>
  );
}
