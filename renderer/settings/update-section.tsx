import { useEffect, useState } from 'react';
import type { UpdateStatus } from '../../app/update';
import { useTexts } from '../language';
import { useKnown, useServices } from '../services';
import { Segmented } from '../ui/segmented';
import styles from './settings.module.css';

/** Whether new versions are fetched, and what is in the one that waits for the program's end. */
export function UpdateSection() {
  const { t } = useTexts();
  const { settings, changeSettings } = useKnown();
  const status = useUpdateStatus(settings?.updates);
  if (!settings || !status) return null;
  const isChoice = status.kind !== 'off' || status.by === 'setting';
  const choices = (['on', 'off'] as const).map((value) => ({ value, label: t(`ui.update.${value}`) }));
  return (
    <section className={styles.section} aria-labelledby="settings-update">
      <h2 id="settings-update">{t('ui.update.title')}</h2>
      {isChoice && (
        <Segmented
          label={t('ui.update.title')}
          hiddenLabel
          value={settings.updates ? 'on' : 'off'}
          options={choices}
          onChange={(value) => changeSettings({ updates: value === 'on' })}
        />
      )}
      <Standing status={status} />
    </section>
  );
}

function Standing({ status }: { status: UpdateStatus }) {
  const { t } = useTexts();
  if (status.kind === 'off') return <p className={styles.soft}>{t(`ui.update.offBy.${status.by}`)}</p>;
  if (status.kind === 'upToDate') return <p className={styles.soft}>{t('ui.update.quiet')}</p>;
  return (
    <div role="status">
      <p>{t('ui.update.ready', { version: status.version })}</p>
      {status.notes !== '' && <p className={styles.notes}>{status.notes}</p>}
    </div>
  );
}

function useUpdateStatus(wanted: boolean | undefined): UpdateStatus | null {
  const { client } = useServices();
  const [status, setStatus] = useState<UpdateStatus | null>(null);
  useEffect(() => client.on('updateChanged', setStatus), [client]);
  useEffect(() => void client.call('update.status').then(setStatus), [client, wanted]);
  return status;
}
