import { useEffect, useState } from 'react';
import type { Failure } from '../../app/failure';
import { failureSentence } from '../../app/i18n/translate';
import type { Integration } from '../../app/integration';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import styles from './settings.module.css';

/** Where else in the system "Send as fax" is offered. */
export function IntegrationSection({ isWindows }: { isWindows: boolean }) {
  const { t } = useTexts();
  const { client } = useServices();
  const [integrations, setIntegrations] = useState<readonly Integration[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => void client.call('integration.list').then(setIntegrations), [client]);
  const change = (id: Integration['id'], install: boolean): void => {
    void client.call('integration.change', { id, install }).then((changed) => {
      setFailure(changed.ok ? null : changed.failure);
      if (changed.ok) setIntegrations(changed.value);
    });
  };
  return (
    <section className={styles.section} aria-labelledby="settings-integration">
      <h2 id="settings-integration">{t('ui.integration.title')}</h2>
      <p className={styles.soft}>{t(isWindows ? 'ui.integration.windows' : 'ui.integration.text')}</p>
      {failure && <Notice tone="bad">{failureSentence(t, failure)}</Notice>}
      {integrations.map((integration) => (
        <Line key={integration.id} integration={integration} onChange={change} />
      ))}
    </section>
  );
}

interface LineProps {
  integration: Integration;
  onChange: (id: Integration['id'], install: boolean) => void;
}

function Line({ integration: { id, isInstalled }, onChange }: LineProps) {
  const { t } = useTexts();
  const name = t(`ui.integration.places.${id}.name`);
  return (
    <div className={styles.keyLine} role="group" aria-label={name}>
      <div className={styles.place}>
        <strong>{name}</strong>
        <p className={styles.soft}>{t(`ui.integration.places.${id}.where`)}</p>
      </div>
      <Button onClick={() => onChange(id, !isInstalled)}>
        {t(isInstalled ? 'ui.integration.remove' : 'ui.integration.add')}
      </Button>
    </div>
  );
}
