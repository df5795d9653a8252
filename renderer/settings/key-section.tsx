import { useState } from 'react';
import type { Failure } from '../../app/failure';
import { failureSentence } from '../../app/i18n/translate';
import { useTexts } from '../language';
import { useKnown, useServices } from '../services';
import { Button } from '../ui/button';
import { Confirm } from '../ui/dialog';
import { Notice } from '../ui/notice';
import { Segmented } from '../ui/segmented';
import { KeyForm } from './key-form';
import styles from './settings.module.css';

/** Whose account is used, and its key: whether there is one, never what it is. */
export function KeySection() {
  const { t } = useTexts();
  const { keyStatus } = useKnown();
  if (!keyStatus) return null;
  return (
    <section className={styles.section} aria-labelledby="settings-account">
      <h2 id="settings-account">{t('ui.settings.account')}</h2>
      <AccountChoice demo={keyStatus.kept === 'demo'} />
      {keyStatus.kept === 'demo' ? (
        <p className={styles.soft}>{t('ui.demo.hint')}</p>
      ) : (
        <OwnKey kept={keyStatus.kept} keychainAvailable={keyStatus.keychainAvailable} />
      )}
    </section>
  );
}

function AccountChoice({ demo }: { demo: boolean }) {
  const { t } = useTexts();
  const { client } = useServices();
  const { setKeyStatus } = useKnown();
  const accounts = (['own', 'demo'] as const).map((value) => ({ value, label: t(`ui.settings.accounts.${value}`) }));
  return (
    <Segmented
      label={t('ui.settings.accountUsed')}
      hiddenLabel
      value={demo ? 'demo' : 'own'}
      options={accounts}
      onChange={(account) => void client.call('account.choose', account).then(setKeyStatus)}
    />
  );
}

interface OwnKeyProps {
  kept: 'keychain' | 'session' | 'environment' | 'none';
  keychainAvailable: boolean;
}

function OwnKey({ kept, keychainAvailable }: OwnKeyProps) {
  const { t } = useTexts();
  const [replacing, setReplacing] = useState(false);
  if (kept === 'none' || replacing) {
    return <KeyForm keychainAvailable={keychainAvailable} onSaved={() => setReplacing(false)} />;
  }
  return (
    <div className={styles.keyLine}>
      <p>{t(`ui.key.kept.${kept}`)}</p>
      <Button onClick={() => setReplacing(true)}>{t('ui.key.replace')}</Button>
      {kept !== 'environment' && <DeleteKey />}
    </div>
  );
}

function DeleteKey() {
  const { t } = useTexts();
  const { client } = useServices();
  const { setKeyStatus } = useKnown();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = (): void => {
    setAsking(false);
    void client
      .call('key.delete')
      .then((result) => (result.ok ? setKeyStatus(result.value) : setFailure(result.failure)));
  };
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t('ui.key.delete')}
      </Button>
      {failure && <Notice tone="bad">{failureSentence(t, failure)}</Notice>}
      {asking && (
        <Confirm
          title={t('ui.key.deleteTitle')}
          text={t('ui.key.deleteText')}
          confirm={t('ui.key.delete')}
          onCancel={() => setAsking(false)}
          onConfirm={remove}
        />
      )}
    </>
  );
}
