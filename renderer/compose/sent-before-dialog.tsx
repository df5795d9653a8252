import { useTexts } from '../language';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import type { Asked } from './questions';
import { useDisplayNumber } from './use-phone';

const shownNumbers = 5;

/** The same document went to some of these numbers within a day: to all again, to the others, or not at all. */
export function SentBeforeDialog({
  asked: { question, answer },
}: {
  asked: Extract<Asked, { question: { kind: 'sentBefore' } }>;
}) {
  const { t, formats } = useTexts();
  const display = useDisplayNumber();
  const { recipients, others } = question;
  const more = recipients.length - shownNumbers;
  const actions = (
    <>
      <Button onClick={() => answer(null)}>{t('ui.common.cancel')}</Button>
      <Button look="danger" onClick={() => answer('all')}>
        {t('sending.sendToAll')}
      </Button>
      {others > 0 && (
        <Button look="primary" onClick={() => answer('others')}>
          {t('sending.sendToNew', { n: formats.number(others) })}
        </Button>
      )}
    </>
  );
  return (
    <Dialog title={t('sending.sentBeforeTitle')} onClose={() => answer(null)} actions={actions}>
      <p>{t('sending.sentBeforeText')}</p>
      <ul>
        {recipients.slice(0, shownNumbers).map((digits) => (
          <li key={digits}>{display(digits)}</li>
        ))}
        {more > 0 && <li>{t('sending.sentBeforeMore', { n: formats.number(more) })}</li>}
      </ul>
    </Dialog>
  );
}
