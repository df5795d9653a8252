import { useEffect, useState } from 'react';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { UndoIcon } from '../ui/icons';
import styles from './undo-toast.module.css';
import { useCompose } from './use-compose';

const tickMs = 200;

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

/** How many whole seconds are left until a moment, counted down to 0. */
function useSecondsUntil(until: number): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    let timer = 0;
    const count = (): void => {
      const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setSeconds(left);
      if (left > 0) timer = window.setTimeout(count, tickMs);
    };
    timer = window.setTimeout(count);
    return () => window.clearTimeout(timer);
  }, [until]);
  return seconds;
}
