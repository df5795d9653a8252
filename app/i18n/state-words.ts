import { assertNever } from '../assert-never';
import type { Delivery, DeliveryState } from '../outbox/delivery';
import { keyRefusedMessage } from '../outbox/post-outcome';
import { recordResultWords } from './record-result';
import { isDialled, serviceStatusWords } from './service-status';
import type { Translate } from './translate';

/** A delivery's state in the user's words for the outbox screen and the command line. */
export function stateWords(t: Translate, { state, pageCount }: Pick<Delivery, 'state' | 'pageCount'>): string {
  switch (state.kind) {
    case 'queued':
      return queuedWords(t, state);
    case 'sending':
      return t('deliveries.sending');
    case 'accepted':
      return acceptedWords(t, state);
    case 'unconfirmed':
      return t('deliveries.unconfirmed');
    case 'needsDecision':
      return t('deliveries.needsDecision');
    case 'delivered':
      return deliveredWords(t, state, pageCount);
    case 'failed':
      return failedWords(t, state, pageCount);
    case 'refused':
      if (state.status === 0) return t('deliveries.documentLost');
      if (state.message === keyRefusedMessage) return t('deliveries.keyRefused');
      return t('deliveries.refused', { message: state.message });
    case 'cancelled':
      return t('deliveries.cancelled');
    default:
      return assertNever(state);
  }
}

type State<K extends DeliveryState['kind']> = Extract<DeliveryState, { kind: K }>;

function queuedWords(t: Translate, { waitingFor, lastCall }: State<'queued'>): string {
  switch (waitingFor) {
    case 'turn':
      return t('deliveries.queued');
    case 'network':
      return t('deliveries.queuedForNetwork');
    case 'rateLimit':
      return t('deliveries.queuedForRateLimit');
    case 'undo':
      return t('deliveries.queuedForUndo');
    case 'time':
      return t('deliveries.queuedForTime');
    case 'officeHours':
      return t('deliveries.queuedForOfficeHours');
    case 'retry':
      return t(`deliveries.queuedForRetry.${lastCall?.cause ?? 'busy'}`);
    default:
      return assertNever(waitingFor);
  }
}

function acceptedWords(t: Translate, { orderId, serviceStatus, leftPendingAt }: State<'accepted'>): string {
  if (leftPendingAt !== undefined)
    return t(`deliveries.${isDialled(serviceStatus) ? 'called' : 'dialling'}`, { orderId });
  if (serviceStatus === null) return t('deliveries.accepted', { orderId });
  return t('deliveries.pending', { orderId, status: serviceStatusWords(t, serviceStatus) });
}

function deliveredWords(t: Translate, { pagesSent, pagesTotal }: State<'delivered'>, pageCount: number): string {
  if (pagesSent === null) return t('deliveries.delivered');
  return t('deliveries.deliveredPages', { sent: pagesSent, total: pagesTotal ?? pageCount });
}

function failedWords(t: Translate, { pagesSent, pagesTotal, ...state }: State<'failed'>, pageCount: number): string {
  const reason = recordResultWords(t, state.reason);
  if (pagesSent === null) return t('deliveries.failed', { reason });
  return t('deliveries.failedPages', { reason, sent: pagesSent, total: pagesTotal ?? pageCount });
}
