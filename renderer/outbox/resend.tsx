import { useState } from 'react';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { SendAgainQuestion } from './send-again-question';
import type { ResendDoubt } from './use-actions';

/** Sends a fax that is over once more. One that was delivered is asked about: it would arrive twice. */
export function Resend({ delivered, onResend }: { delivered: boolean; onResend: (again: boolean) => void }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => (delivered ? setAsking(true) : onResend(false))}>{t('ui.outbox.sendAgain')}</Button>
      {asking && (
        <SendAgainQuestion
          text={t('ui.outbox.resendDeliveredText')}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onResend(true);
          }}
        />
      )}
    </>
  );
}

/** Asked where only main knows that a fax went to its number already: it was sent again before, or is on its way. */
export function ResendQuestion({ doubt }: { doubt: ResendDoubt | null }) {
  if (doubt === null) return null;
  return <SendAgainQuestion text={doubt.sentence} onCancel={doubt.drop} onConfirm={doubt.send} />;
}
