import { useTexts } from '../language';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import styles from './file-notices.module.css';
import { useCompose } from './use-compose';

/** A quiet word that an unfinished fax was brought back. */
export function RestoredNotice() {
  const { t } = useTexts();
  const { restored } = useCompose();
  if (!restored) return null;
  const anew = (
    <Button look="quiet" onClick={restored.startAnew}>
      {t('ui.restored.anew')}
    </Button>
  );
  return (
    <div className={styles.notices}>
      <Notice tone="info" actions={anew} onDismiss={restored.dismiss}>
        {t('ui.restored.text')}
      </Notice>
    </div>
  );
}
