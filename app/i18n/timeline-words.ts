import { assertNever } from '../assert-never';
import type { TimelineEvent } from '../outbox/timeline';
import { recordResultWords } from './record-result';
import { isDialled, serviceStatusWords } from './service-status';
import type { Translate } from './translate';

/**
 * A timeline's event in the user's words. `moment`: how a time is written, of epoch milliseconds. `before`: the event
 * before it.
 */
export function timelineWords(
  t: Translate,
  event: TimelineEvent,
  moment: (at: number) => string,
  before?: TimelineEvent,
): string {
  switch (event.kind) {
    case 'queued':
      return queuedWords(t, event, moment);
    case 'rescheduled':
      if (event.waitingFor === 'turn') return t('outbox.timeline.rescheduledNow');
      return t(`outbox.timeline.${event.waitingFor === 'officeHours' ? 'rescheduledForOffice' : 'rescheduled'}`, {
        moment: moment(event.notBefore),
      });
    case 'waiting':
      return waitingWords(t, event, moment);
    case 'accepted':
    case 'orderFound':
      return t(`outbox.timeline.${event.kind}`, { orderId: event.orderId });
    case 'serviceStatus':
      return t('outbox.timeline.serviceStatus', { status: serviceStatusWords(t, event.status) });
    case 'dialling':
      return t(`outbox.timeline.${isDialledAt(before) ? 'called' : 'dialling'}`);
    case 'uploading':
    case 'unconfirmed':
    case 'notFound':
    case 'decisionAsked':
    case 'cancelRequested':
    case 'cancelled':
      return t(`outbox.timeline.${event.kind}`);
    case 'willRetry':
      return t(`outbox.timeline.willRetry.${event.cause}`, { reason: event.reason, moment: moment(event.retryAt) });
    case 'decided':
      return t(`outbox.timeline.decided.${event.decision}`);
    case 'delivered':
      if (event.pagesSent === null || event.pagesTotal === null) return t('outbox.timeline.delivered');
      return t('outbox.timeline.deliveredPages', { sent: event.pagesSent, total: event.pagesTotal });
    case 'failed':
      return failedWords(t, event);
    case 'refused':
      if (event.status === 0) return t('outbox.timeline.documentLost');
      return t('outbox.timeline.refused', { message: event.message });
    default:
      return assertNever(event);
  }
}

const isDialledAt = (event: TimelineEvent | undefined): boolean =>
  event?.kind === 'serviceStatus' && isDialled(event.status);

type EventOf<K extends TimelineEvent['kind']> = Extract<TimelineEvent, { kind: K }>;

function queuedWords(t: Translate, { waitingFor, notBefore }: EventOf<'queued'>, moment: (at: number) => string) {
  if (waitingFor === 'time') return t('outbox.timeline.queuedUntil', { moment: moment(notBefore) });
  if (waitingFor === 'officeHours') return t('outbox.timeline.queuedForOffice', { moment: moment(notBefore) });
  return t('outbox.timeline.queued');
}

function waitingWords(t: Translate, { waitingFor, notBefore }: EventOf<'waiting'>, moment: (at: number) => string) {
  const values = { moment: moment(notBefore) };
  if (waitingFor === 'network') return t('outbox.timeline.waitingNetwork', values);
  return t(waitingFor === 'rateLimit' ? 'outbox.timeline.waitingRateLimit' : 'outbox.timeline.waiting', values);
}

function failedWords(t: Translate, { pagesSent, pagesTotal, ...event }: EventOf<'failed'>): string {
  const reason = recordResultWords(t, event.reason);
  if (pagesSent === null || pagesTotal === null) return t('outbox.timeline.failed', { reason });
  return t('outbox.timeline.failedPages', { reason, sent: pagesSent, total: pagesTotal });
}
