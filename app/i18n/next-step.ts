import type { DeliveryState } from '../outbox/delivery';
import type { Translate } from './translate';

/** What a refusal is about, by the field of `POST /fax_orders` that the service's words name. */
const refusedPart = [
  ['key', /anahtar|\bkey\b/i],
  ['recipient', /remote_station/i],
  ['sender', /local_station_id/i],
  ['header', /local_station_header/i],
  ['document', /filedata|base64|Request-URI/i],
] as const;

/** What the user can do about a fax that did not go; `null`: nothing is left to do, or the words of the state say it. */
export function nextStep(t: Translate, state: DeliveryState): string | null {
  if (state.kind === 'failed') return t('outbox.nextStep.failed');
  if (state.kind !== 'refused' || state.status === 0) return null;
  const part = refusedPart.find(([, naming]) => naming.test(state.message))?.[0] ?? 'unknown';
  return t(`outbox.nextStep.refused.${part}`);
}
