import { failureSentence } from '../../app/i18n/translate';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import styles from './file-notices.module.css';
import { useCompose } from './use-compose';

const shown = 3;

/** Each file or send that failed, with its own sentence, until dismissed. */
export function FileNotices() {
  const { t } = useTexts();
  const { state, dispatch } = useCompose();
  const { notices } = state;
  if (notices.length === 0) return null;
  return (
    <div className={styles.notices}>
      {notices.slice(0, shown).map(({ id, failure }) => (
        <Notice key={id} tone="bad" onDismiss={() => dispatch({ kind: 'dismissed', id })}>
          {failureSentence(t, failure)}
        </Notice>
      ))}
      {notices.length > 1 && (
        <div className={styles.more}>
          {notices.length > shown && <span>{t('ui.compose.moreNotices', { n: notices.length - shown })}</span>}
          <Button look="quiet" onClick={() => notices.forEach(({ id }) => dispatch({ kind: 'dismissed', id }))}>
            {t('ui.compose.dismissAll')}
          </Button>
        </div>
      )}
    </div>
  );
}
