import { useTexts } from '../language';
import { listedNumbers } from './listed-numbers';
import styles from './recipients-field.module.css';
import { useCompose } from './use-compose';
import { useDisplayNumber } from './use-phone';

/** More than so many are counted, not listed. */
const fewNumbers = 5;

/** What is worth knowing about the numbers given, without standing in the way. */
export function RecipientHints() {
  const { t, formats } = useTexts();
  const { state } = useCompose();
  const display = useDisplayNumber();
  const numbersWith = (warning: 'mobile' | 'unusual'): string => {
    const warned = state.recipients.filter((recipient) => recipient.warning === warning);
    return listedNumbers(
      t,
      warned.map(({ digits }) => display(digits)),
      fewNumbers,
    );
  };
  const mobile = numbersWith('mobile');
  const unusual = numbersWith('unusual');
  const repeated =
    state.repeated.length > fewNumbers
      ? t('recipients.merged', { n: formats.number(state.repeated.length) })
      : t('ui.compose.alreadyThere', { numbers: state.repeated.map(display).join(', ') });
  return (
    <div className={styles.hints} aria-live="polite">
      {mobile && <p className={styles.warning}>{t('ui.compose.warnings.mobile', { numbers: mobile })}</p>}
      {unusual && <p className={styles.warning}>{t('ui.compose.warnings.unusual', { numbers: unusual })}</p>}
      {state.repeated.length > 0 && <p>{repeated}</p>}
      {state.recipients.length === 0 && <p>{t('recipients.hint')}</p>}
    </div>
  );
}
