import { useEffect, useState } from 'react';
import type { Failure } from '../app/failure';
import { failureSentence } from '../app/i18n/translate';
import styles from './went-wrong.module.css';
import { useTexts } from './language';
import { useServices } from './services';
import { Notice } from './ui/notice';

/** Says on any screen that main could not do something, which is no fault of what was asked. */
export function WentWrong() {
  const { client } = useServices();
  const { t } = useTexts();
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => client.on('wentWrong', setFailure), [client]);
  if (failure === null) return null;
  return (
    <div className={styles.place}>
      <Notice tone="bad" onDismiss={() => setFailure(null)}>
        {failureSentence(t, failure)}
      </Notice>
    </div>
  );
}
