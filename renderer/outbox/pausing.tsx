import { failureSentence } from '../../app/i18n/translate';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Button } from '../ui/button';
import { PauseIcon, ResumeIcon } from '../ui/icons';
import { Notice } from '../ui/notice';
import { useBarredBy, useOutbox, useOutboxStatus } from './use-outbox';

function usePause(): (paused: boolean) => void {
  const { client } = useServices();
  const feed = useOutbox();
  return (paused) => void client.call('outbox.pause', { paused }).then((status) => feed.setStatus(status));
}

/** Pauses and resumes the sending of all that waits. */
export function PauseButton() {
  const { t } = useTexts();
  const status = useOutboxStatus();
  const pause = usePause();
  if (status === null) return null;
  const isPaused = status.pausedAt !== null;
  return (
    <Button icon={isPaused ? ResumeIcon : PauseIcon} onClick={() => pause(!isPaused)}>
      {t(isPaused ? 'outbox.resume' : 'outbox.pause')}
    </Button>
  );
}

/** Says why what waits can't be sent, or written down, and what to do about it. */
export function BarredBanner() {
  const { t } = useTexts();
  const status = useOutboxStatus();
  const barredBy = useBarredBy();
  if (status === null || barredBy === null) return null;
  const isInTheWay = status.counts.queued > 0 || barredBy.kind === 'outboxNotWritable';
  if (!isInTheWay) return null;
  return <Notice tone="warn">{failureSentence(t, barredBy)}</Notice>;
}

/** Says that nothing is sent, and since when. */
export function PausedBanner() {
  const { t, formats } = useTexts();
  const status = useOutboxStatus();
  const pause = usePause();
  if (status === null || status.pausedAt === null) return null;
  return (
    <Notice tone="warn" actions={<Button onClick={() => pause(false)}>{t('outbox.resume')}</Button>}>
      {t('outbox.pausedSince', { moment: formats.moment(status.pausedAt) })}
    </Notice>
  );
}
