import { useState } from 'react';
import { whyImpossible } from '../../app/phone/why-impossible';
import type { Translate } from '../../app/i18n/translate';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import styles from './recipients-field.module.css';
import { mostRecipients } from './recipients';

/** Why an entry is no recipient. Once the list is full, what can be called is one too many. */
export function rejectionWords(t: Translate, input: string, recipientCount: number): string {
  const why = whyImpossible(input);
  const isFull = recipientCount >= mostRecipients && (why === 'impossible' || why === 'letters');
  return t(`recipients.why.${isFull ? 'tooMany' : why}`, { input });
}

const shownRejections = 3;

interface RejectionsProps {
  rejected: readonly string[];
  recipientCount: number;
}

/** The entries that were not taken, each with its reason; the field still holds them. */
export function Rejections({ rejected, recipientCount }: RejectionsProps) {
  const { t, formats } = useTexts();
  const [showing, setShowing] = useState(false);
  const more = rejected.length - shownRejections;
  const close = (): void => setShowing(false);
  return (
    <>
      {rejected.slice(0, shownRejections).map((input) => (
        <span key={input} className={styles.rejection}>
          {rejectionWords(t, input, recipientCount)}{' '}
        </span>
      ))}
      {more > 0 && (
        <>
          {t('recipients.more', { n: formats.number(more) })}{' '}
          <Button look="quiet" className={styles.small} onClick={() => setShowing(true)}>
            {t('recipients.showAll')}
          </Button>
        </>
      )}
      {showing && (
        <Dialog
          title={t('recipients.rejectedTitle')}
          onClose={close}
          actions={<Button onClick={close}>{t('ui.common.close')}</Button>}
        >
          <ul className={styles.all} tabIndex={0} aria-label={t('recipients.rejectedTitle')}>
            {rejected.map((input, index) => (
              <li key={`${input}-${index}`}>{rejectionWords(t, input, recipientCount)}</li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
