import { useTexts } from '../language';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Progress } from '../ui/progress';
import type { Phase } from './state';
import { useCompose } from './use-compose';

/** From the press of Send until the outbox has the fax. */
export function MakingDialog() {
  const { t } = useTexts();
  const { state, cancelSending } = useCompose();
  const { phase } = state;
  if (phase.kind === 'editing' || phase.kind === 'asking' || phase.kind === 'sent') return null;
  const cancel = (
    <Button disabled={phase.kind === 'queueing'} onClick={cancelSending}>
      {t('ui.compose.cancelSending')}
    </Button>
  );
  const words =
    phase.kind === 'pressing'
      ? t('ui.compose.pressing', { done: phase.done, total: phase.total })
      : t(`ui.compose.${phase.kind}`);
  return (
    <Dialog title={t('ui.compose.making')} onClose={cancelSending} actions={cancel}>
      <p role="status">{words}</p>
      <Progress label={t('ui.compose.making')} share={shareOf(phase)} />
    </Dialog>
  );
}

const shareOf = (phase: Phase): number | null =>
  phase.kind === 'pressing' ? phase.done / Math.max(1, phase.total) : null;
