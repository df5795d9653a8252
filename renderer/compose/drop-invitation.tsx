import { useTexts } from '../language';
import { Button } from '../ui/button';
import { AddIcon, DropIcon } from '../ui/icons';
import styles from './drop-invitation.module.css';
import { missingFailures, MissingSentence } from './missing';
import { useCompose } from './use-compose';

const keyName = /Mac/.test(navigator.userAgent) ? '⌘' : 'Ctrl+';

/** What the window says while it has no pages. */
export function DropInvitation() {
  const { t } = useTexts();
  const compose = useCompose();
  const reading = compose.state.reading > 0;
  return (
    <section className={styles.desk} aria-label={t('ui.compose.pages')}>
      <div className={styles.invitation}>
        <span className={styles.sign}>
          <DropIcon size={40} />
        </span>
        <h2>{reading ? t('ui.compose.reading') : t('ui.compose.emptyTitle')}</h2>
        <p>{t('ui.compose.emptyFormats')}</p>
        <Button icon={AddIcon} onClick={compose.chooseFiles}>
          {t('ui.compose.chooseFiles')}
        </Button>
        <MissingSentence id="compose-add-missing" failure={missingFailures(compose).pages} />
        <dl className={styles.shortcuts}>
          <dt>
            <kbd>{keyName}O</kbd>
          </dt>
          <dd>{t('ui.compose.shortcutOpen')}</dd>
          <dt>
            <kbd>{keyName}V</kbd>
          </dt>
          <dd>{t('ui.compose.shortcutPaste')}</dd>
        </dl>
      </div>
    </section>
  );
}
