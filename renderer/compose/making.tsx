import { useTexts } from '../language';
import { Progress } from '../ui/progress';
import styles from './making.module.css';

/** In place of a page that is being made. */
export function Making() {
  const { t } = useTexts();
  return (
    <div className={styles.making}>
      <p>{t('ui.compose.pageMaking')}</p>
      <Progress label={t('ui.compose.pageMaking')} share={null} />
    </div>
  );
}
