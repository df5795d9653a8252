import { useTexts } from '../language';
import styles from './recipients-field.module.css';
import { useCompose } from './use-compose';
import { useDisplayNumber } from './use-phone';

/** What is worth knowing about the numbers given, without standing in the way. */
export function RecipientHints() {
  const { t } = useTexts();
  const { state } = useCompose();
  const display = useDisplayNumber();
  const numbersWith = (warning: 'mobile' | 'unusual'): string =>
    state.recipients
      .filter((recipient) => recipient.warning === warning)
      .map(({ digits }) => display(digits))
      .join(', ');
  const mobile = numbersWith('mobile');
  const unusual = numbersWith('unusual');
  const repeated = state.repeated.map(display).join(', ');
  return (
    <div className={styles.hints} aria-live="polite">
      {mobile && <p className={styles.warning}>{t('ui.compose.warnings.mobile', { numbers: mobile })}</p>}
      {unusual && <p className={styles.warning}>{t('ui.compose.warnings.unusual', { numbers: unusual })}</p>}
      {repeated && <p>{t('ui.compose.alreadyThere', { numbers: repeated })}</p>}
      {state.recipients.length === 0 && <p>{t('ui.compose.recipientsHint')}</p>}
    </div>
  );
}
