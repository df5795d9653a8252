import { stateWords } from '../../app/i18n/state-words';
import type { Translate } from '../../app/i18n/translate';
import type { Delivery, DeliveryState } from '../../app/outbox/delivery';
import { displayNumber } from '../../app/phone/fax-number';

/** A delivery as `send`, `outbox` and their `--json` show it (design, "Command line"). */
export interface DeliveryView {
  readonly id: string;
  readonly to: string;
  readonly state: DeliveryState['kind'];
  readonly orderId: string | null;
  readonly callUuid: string | null;
  /** Pages that arrived, once the service has said; until then the document's. */
  readonly pages: number;
  readonly reason: string | null;
}

export function viewOf({ id, recipient, state, pageCount }: Delivery): DeliveryView {
  const pages = 'pagesSent' in state ? (state.pagesSent ?? pageCount) : pageCount;
  return {
    id,
    to: recipient,
    state: state.kind,
    orderId: 'orderId' in state ? (state.orderId ?? null) : null,
    callUuid: 'callUuid' in state ? state.callUuid : null,
    pages,
    reason: reasonOf(state),
  };
}

function reasonOf(state: DeliveryState): string | null {
  if (state.kind === 'failed') return state.reason;
  if (state.kind === 'queued') return state.lastCall?.reason ?? null;
  return state.kind === 'refused' ? state.message : null;
}

export const deliveryLine = (t: Translate, delivery: Delivery): string =>
  t('cli.delivery', { to: displayNumber(delivery.recipient), state: stateWords(t, delivery) });
