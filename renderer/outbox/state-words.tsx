import { stateWords } from '../../app/i18n/state-words';
import type { Delivery } from '../../app/outbox/delivery';
import { useTexts } from '../language';
import { useBarredBy, useUploadShare } from './use-outbox';

/** How a delivery stands: its state, with how far the upload is, or until when it waits. */
export function StateWords({ delivery }: { delivery: Delivery }) {
  const { t, formats } = useTexts();
  const share = useUploadShare(delivery.id);
  const barredBy = useBarredBy();
  const { state } = delivery;
  if (state.kind === 'sending' && share !== null) {
    return t('outbox.uploadingShare', { share: formats.percent(share) });
  }
  if (state.kind === 'queued' && state.waitingFor === 'network' && barredBy !== null) {
    if (barredBy.kind === 'keyMissing') return t('deliveries.queuedForKey');
    if (barredBy.kind !== 'outboxNotWritable') return t('deliveries.queuedForAddress');
  }
  const words = stateWords(t, delivery);
  const waits = state.kind === 'queued' && ['time', 'officeHours', 'retry', 'rateLimit'].includes(state.waitingFor);
  return waits ? t('outbox.until', { words, moment: formats.soon(state.notBefore) }) : words;
}
