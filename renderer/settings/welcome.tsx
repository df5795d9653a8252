import { useState } from 'react';
import { useTexts } from '../language';
import { useKnown, useServices } from '../services';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { KeyForm } from './key-form';
import styles from './settings.module.css';

interface WelcomeProps {
  keychainAvailable: boolean;
  onClose: () => void;
}

/** First start: the key, the demo account, or a look around. */
export default function Welcome({ keychainAvailable, onClose }: WelcomeProps) {
  const { t } = useTexts();
  const { client } = useServices();
  const { setKeyStatus } = useKnown();
  const [busy, setBusy] = useState(false);
  const useDemo = (): void => {
    setBusy(true);
    void client
      .call('account.choose', 'demo')
      .then(setKeyStatus)
      .finally(() => setBusy(false));
  };
  const actions = (
    <Button look="quiet" onClick={onClose}>
      {t('ui.welcome.later')}
    </Button>
  );
  return (
    <Dialog title={t('ui.welcome.title')} onClose={onClose} actions={actions}>
      <p>{t('ui.welcome.text')}</p>
      <KeyForm keychainAvailable={keychainAvailable} onSaved={onClose} />
      <div className={styles.demo}>
        <p>{t('ui.welcome.demoText')}</p>
        <Button busy={busy} onClick={useDemo}>
          {t('ui.welcome.demo')}
        </Button>
      </div>
    </Dialog>
  );
}
