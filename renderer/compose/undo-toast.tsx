import { useEffect, useState } from 'react';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { UndoIcon } from '../ui/icons';
import styles from './undo-toast.module.css';
import { useCompose } from './use-compose';

/** A few seconds after Send the fax can still be taken back, from any screen. */
export function UndoToast({ onUndo }: { onUndo: () => void }) {
  const { state, undoSend } = useCompose();
  const { phase } = state;
  const until = phase.kind === 'sent' ? phase.undoUntil : 0;
  const seconds = useSecondsUntil(until);
  if (phase.kind !== 'sent' || seconds <= 0) return null;
  return (
    <Toast
      seconds={seconds}
      sendAt={phase.sendAt}
      onUndo={() => {
        onUndo();
        undoSend();
      }}
    />
  );
}

function Toast({ seconds, sendAt, onUndo }: { seconds: number; sendAt: number | null; onUndo: () => void }) {
  const { t, formats } = useTexts();
  return (
    <div className={styles.toast} role="status">
      <span aria-live="off">
        {sendAt === null
          ? t('sending.undoWords', { seconds })
          : t('sending.scheduledWords', { moment: formats.moment(sendAt) })}
      </span>
      <Button icon={UndoIcon} onClick={onUndo}>
        {t('sending.undo')}
      </Button>
    </div>
  );
}

/** How many whole seconds are left until a moment, counted down. */
function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until <= Date.now()) return undefined;
    const tick = (): void => setNow(Date.now());
    const first = window.setTimeout(tick);
    const timer = window.setInterval(tick, 250);
    return () => {
      window.clearTimeout(first);
      window.clearInterval(timer);
    };
  }, [until]);
  return Math.ceil((until - now) / 1000);
}
