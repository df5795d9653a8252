import { assertNever } from '../../app/assert-never';
import type { FaxCall, Order } from './entities';

/** How fast the exchange works, in milliseconds. */
export interface Pace {
  /** An order waits its turn. */
  readonly waitMs: number;
  readonly dialMs: number;
  readonly pageMs: number;
  /** From the end of a call, when its order is no longer pending, until its record can be seen. */
  readonly recordDelayMs: number;
}

/** A fax of two pages takes some three seconds. */
export const demoPace: Pace = { waitMs: 700, dialMs: 1200, pageMs: 500, recordDelayMs: 0 };

export type Fate = 'delivered' | 'busy' | 'noAnswer' | 'slow' | 'breaksOff' | 'refused';

const fates = new Map<string, Fate>([
  ['00', 'busy'],
  ['01', 'noAnswer'],
  ['02', 'slow'],
  ['03', 'breaksOff'],
  ['04', 'refused'],
]);

/** A recipient's last two digits choose what becomes of a fax to it (README.md). */
export const fateOf = (recipient: string): Fate => fates.get(recipient.slice(-2)) ?? 'delivered';

/** What the service says of an order at a moment: that it is pending, nothing, or what came of it. */
export type OrderStanding =
  | { readonly kind: 'pending'; readonly status: 'Bekliyor' | 'Aranıyor' | 'Gönderiliyor' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'over'; readonly call: FaxCall };

/** Where an order stands: a function of the time alone, so it survives a restart. */
export function standingOf(order: Order, pace: Pace, nowMs: number): OrderStanding {
  const call = callOf(order, pace);
  if (nowMs < call.startAt) return { kind: 'pending', status: 'Bekliyor' };
  if (nowMs < (call.answerAt ?? call.endAt)) return { kind: 'pending', status: 'Aranıyor' };
  if (nowMs < call.endAt) return { kind: 'pending', status: 'Gönderiliyor' };
  return nowMs < call.endAt + pace.recordDelayMs ? { kind: 'hidden' } : { kind: 'over', call };
}

interface Course {
  /** Dialling lasts this many times as long as usual. */
  readonly dialling: number;
  readonly answered: boolean;
  readonly pagesSent: number;
  readonly result: string;
}

function courseOf(order: Order): Course {
  const fate = fateOf(order.recipient);
  switch (fate) {
    case 'busy':
      return { dialling: 1, answered: false, pagesSent: 0, result: 'Meşgul' };
    case 'noAnswer':
      return { dialling: 3, answered: false, pagesSent: 0, result: 'Cevap yok' };
    case 'breaksOff':
      return { dialling: 1, answered: true, pagesSent: Math.min(1, order.pages - 1), result: 'Bağlantı koptu' };
    case 'slow':
      return { dialling: 8, answered: true, pagesSent: order.pages, result: 'Başarılı' };
    case 'delivered':
    case 'refused':
      return { dialling: 1, answered: true, pagesSent: order.pages, result: 'Başarılı' };
    default:
      return assertNever(fate);
  }
}

function callOf(order: Order, pace: Pace): FaxCall {
  const { dialling, answered, pagesSent, result } = courseOf(order);
  const startAt = order.acceptedAt + pace.waitMs;
  const answeredAt = startAt + pace.dialMs * dialling;
  const endAt = answered ? answeredAt + pace.pageMs * Math.max(1, pagesSent) : answeredAt;
  const { callUuid, sender, recipient, header, pages: pagesTotal } = order;
  return {
    ...{ callUuid, direction: 'outbound', sender, recipient, header, pagesSent, pagesTotal, startAt, endAt, result },
    transferRateBps: answered ? 14400 : 0,
    answerAt: answered ? answeredAt : null,
    success: result === 'Başarılı',
  };
}
