import { usualRetryMinutes } from '../../app/outbox/retry';
import { useTexts } from '../language';
import { useKnown } from '../services';
import { Field, Select, TextInput } from '../ui/field';
import { OfficeHoursFields } from './office-hours-fields';
import styles from './settings.module.css';

const undoChoices = [0, 5, 10, 20, 30] as const;
const mostRetries = 5;
const longestWaitMinutes = 24 * 60;

/** Undoing, trying again, office hours. */
export function SendingSection() {
  const { t, formats } = useTexts();
  const { settings, changeSettings } = useKnown();
  if (!settings) return null;
  return (
    <section className={styles.section} aria-labelledby="settings-sending">
      <h2 id="settings-sending">{t('preferences.sending')}</h2>
      <Field label={t('preferences.undo')}>
        {(ids) => (
          <Select
            {...ids}
            value={settings.undoSeconds}
            onChange={({ target }) => changeSettings({ undoSeconds: Number(target.value) })}
          >
            {[...new Set([...undoChoices, settings.undoSeconds])].map((seconds) => (
              <option key={seconds} value={seconds}>
                {seconds === 0 ? t('preferences.undoOff') : formats.seconds(seconds)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <RetryFields />
      <OfficeHoursFields />
    </section>
  );
}

/** How often a call that did not get through is made again, and after which waits. */
function RetryFields() {
  const { t } = useTexts();
  const { settings, changeSettings } = useKnown();
  if (!settings) return null;
  const waits = settings.retryMinutes;
  const setCount = (count: number): void => {
    const last = waits.at(-1) ?? usualRetryMinutes.at(-1) ?? 10;
    const filled = Array.from({ length: count }, (_, n) => waits[n] ?? usualRetryMinutes[n] ?? last);
    changeSettings({ retryMinutes: filled });
  };
  return (
    <fieldset className={styles.group}>
      <legend>{t('preferences.retry')}</legend>
      <div className={styles.fields}>
        <Field label={t('preferences.retryTimes')}>
          {(ids) => (
            <Select {...ids} value={waits.length} onChange={({ target }) => setCount(Number(target.value))}>
              {Array.from({ length: mostRetries + 1 }, (_, n) => (
                <option key={n} value={n}>
                  {n === 0 ? t('preferences.retryNever') : t('preferences.retryTimesN', { n })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {waits.map((minutes, index) => (
          <Field key={index} label={t('preferences.retryWait', { n: index + 1 })}>
            {(ids) => (
              <TextInput
                {...ids}
                key={minutes}
                type="number"
                min={1}
                max={longestWaitMinutes}
                defaultValue={minutes}
                onBlur={({ target }) => {
                  const wanted = Math.round(target.valueAsNumber);
                  const valid = wanted >= 1 && wanted <= longestWaitMinutes;
                  if (!valid) target.value = String(minutes);
                  else if (wanted !== minutes) changeSettings({ retryMinutes: waits.with(index, wanted) });
                }}
              />
            )}
          </Field>
        ))}
      </div>
      <p className={styles.soft}>{t('preferences.retryHint')}</p>
    </fieldset>
  );
}
