import { useState } from 'react';
import type { Settings } from '../../app/settings';
import { useTexts } from '../language';
import { useKnown } from '../services';
import { Confirm } from '../ui/dialog';
import { Field, Select } from '../ui/field';
import { Segmented } from '../ui/segmented';
import styles from './settings.module.css';

const historyChoices = [1, 3, 6, 12, 24, 36, 60, 120] as const;
const retentionChoices = [3, 6, 12, 24, 36, 60, 120] as const;

/** How far back records are read, and how long they are kept. */
export function RecordsSection() {
  const { t } = useTexts();
  const { settings, changeSettings } = useKnown();
  const [asked, setAsked] = useState<Retention | null>(null);
  if (!settings) return null;
  const { historyMonths, fetchReceived, retentionMonths, retentionErases } = settings;
  const ask = (change: Retention): void => {
    if (erasesMore({ retentionMonths, retentionErases }, change)) setAsked(change);
    else changeSettings(change);
  };
  const erases = (['documents', 'documentsAndRecords'] as const).map((value) => ({
    value,
    label: t(`history.erase.${value}`),
  }));
  return (
    <section className={styles.section} aria-labelledby="settings-records">
      <h2 id="settings-records">{t('history.settings.title')}</h2>
      <Field label={t('history.settings.historyMonths')}>
        {(ids) => (
          <Months
            {...ids}
            value={historyMonths}
            choices={historyChoices}
            onChange={(months) => months !== null && changeSettings({ historyMonths: months })}
          />
        )}
      </Field>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={fetchReceived}
          onChange={({ target }) => changeSettings({ fetchReceived: target.checked })}
        />
        {t('history.settings.fetchReceived')}
      </label>
      <Field label={t('history.settings.retention')} hint={t('history.settings.retentionHint')}>
        {(ids) => (
          <Months
            {...ids}
            value={retentionMonths}
            choices={retentionChoices}
            none={t('history.settings.never')}
            onChange={(months) => ask({ retentionMonths: months })}
          />
        )}
      </Field>
      {retentionMonths !== null && (
        <Segmented
          label={t('history.settings.erases')}
          value={retentionErases}
          options={erases}
          onChange={(choice) => ask({ retentionErases: choice })}
        />
      )}
      {asked && (
        <Confirm
          title={t('history.settings.confirmTitle')}
          text={t(`history.settings.confirmText.${asked.retentionErases ?? retentionErases}`, {
            n: asked.retentionMonths ?? retentionMonths ?? 0,
          })}
          confirm={t('history.settings.confirm')}
          onCancel={() => setAsked(null)}
          onConfirm={() => {
            changeSettings(asked);
            setAsked(null);
          }}
        />
      )}
    </section>
  );
}

type Retention = Partial<Pick<Settings, 'retentionMonths' | 'retentionErases'>>;

/** Whether a change erases, now or soon, what was kept until now. */
function erasesMore(
  { retentionMonths: before, retentionErases }: Pick<Settings, 'retentionMonths' | 'retentionErases'>,
  change: Retention,
): boolean {
  const after = change.retentionMonths === undefined ? before : change.retentionMonths;
  if (after === null) return false;
  return (
    before === null ||
    after < before ||
    (change.retentionErases === 'documentsAndRecords' && retentionErases === 'documents')
  );
}

interface MonthsProps {
  id: string;
  value: number | null;
  choices: readonly number[];
  /** What no number of months is called; without it there must be one. */
  none?: string;
  onChange: (months: number | null) => void;
}

/** So many months; one that is set but not among the usual ones is offered, too. */
function Months({ value, choices, none, onChange, ...ids }: MonthsProps) {
  const { t } = useTexts();
  const offered = value === null || choices.includes(value) ? choices : [...choices, value].sort((a, b) => a - b);
  return (
    <Select
      {...ids}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
    >
      {none !== undefined && <option value="">{none}</option>}
      {offered.map((months) => (
        <option key={months} value={months}>
          {t('history.settings.months', { n: months })}
        </option>
      ))}
    </Select>
  );
}
