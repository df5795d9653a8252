import type { FaxRecord } from '../api/entities';
import { momentOfStamp, serviceZoneMinutes } from '../api/stamps';
import { assertNever } from '../assert-never';
import type { Resolution } from '../fax/profile';
import { isoMoment } from '../iso-moment';
import type { Delivery, DeliveryState } from '../outbox/delivery';
import type { Attempt } from '../outbox/timeline';
import { sameNumber } from '../phone/fax-number';
import type { Language } from '../settings';
import type { ProofReport, SentPage } from './report';

/** What is known of a delivery. */
export interface ProofFacts {
  readonly delivery: Delivery;
  readonly resolution: Resolution;
  readonly attempts: readonly Attempt[];
  /** The service's record of the call, where it can be had. */
  readonly record: FaxRecord | null;
  readonly document: { readonly bytes: number; readonly pages: readonly SentPage[] };
  readonly exchange: string;
  readonly program: string;
  readonly language: Language;
  /** Epoch milliseconds. */
  readonly madeAt: number;
  /** Minutes our clock's zone is ahead of UTC at a moment (epoch milliseconds). */
  readonly zoneMinutes: (at: number) => number;
}

/** What the proof of a delivery says; `null` while nothing is decided, or where nothing was ever sent. */
export function gatherReport(facts: ProofFacts): ProofReport | null {
  const { delivery, attempts, record, document } = facts;
  const end = endOf(delivery.state);
  if (end === null) return null;
  const moment = (at: number): string => isoMoment(at, facts.zoneMinutes(at));
  return {
    kind: 'faksla-proof',
    format: 1,
    language: facts.language,
    program: facts.program,
    madeAt: moment(facts.madeAt),
    exchange: facts.exchange,
    outcome: end.outcome,
    reason: end.reason,
    decidedAt: moment(end.at),
    delivery: {
      id: delivery.id,
      sender: delivery.sender,
      recipient: delivery.recipient,
      header: delivery.header,
      resolution: facts.resolution,
      queuedAt: moment(delivery.createdAt),
    },
    pagesSent: end.pagesSent,
    pagesTotal: delivery.pageCount,
    order: end.orderId === null ? null : { id: end.orderId, knownBy: knownBy(attempts, end.orderId) },
    callUuid: end.callUuid,
    record: record && recordOf(record),
    agreement: record && agreementOf(delivery, attempts, record),
    attempts: attempts.map(({ startedAt, endedAt, outcome, orderId, callUuid, call }) => ({
      startedAt: moment(startedAt),
      endedAt: endedAt === null ? null : moment(endedAt),
      ...{ outcome, orderId, callUuid },
      call: call && { ...call, at: moment(call.at) },
    })),
    document: { bytes: document.bytes, sha256: delivery.documentSha256, pages: [...document.pages] },
  };
}

interface End {
  readonly outcome: ProofReport['outcome'];
  readonly reason: string | null;
  readonly at: number;
  readonly orderId: string | null;
  readonly callUuid: string | null;
  readonly pagesSent: number | null;
}

function endOf(state: DeliveryState): End | null {
  switch (state.kind) {
    case 'delivered':
      return { ...state, outcome: 'delivered', reason: null };
    case 'failed':
      return { ...state, outcome: 'failed' };
    case 'refused':
      // Status 0: its document was lost before anything was sent.
      if (state.status === 0) return null;
      return {
        ...{ outcome: 'refused', reason: `${state.status} ${state.message}`, at: state.at },
        ...{ orderId: null, callUuid: null, pagesSent: 0 },
      };
    case 'queued':
    case 'sending':
    case 'accepted':
    case 'unconfirmed':
    case 'needsDecision':
    case 'cancelled':
      return null;
    default:
      return assertNever(state);
  }
}

const knownBy = (attempts: readonly Attempt[], orderId: string): 'answer' | 'list' =>
  attempts.some((attempt) => attempt.orderId === orderId && attempt.outcome === 'accepted') ? 'answer' : 'list';

function recordOf(record: FaxRecord): ProofReport['record'] {
  const { callUuid, sender, recipient, header, pagesSent, pagesTotal, transferRateBps, durationSeconds } = record;
  return {
    ...{ callUuid, sender, recipient, header, pagesSent, pagesTotal, transferRateBps, durationSeconds },
    startedAt: stampMoment(record.startStamp),
    answeredAt: stampMoment(record.answerStamp),
    endedAt: stampMoment(record.endStamp),
    result: record.result,
  };
}

function agreementOf(delivery: Delivery, attempts: readonly Attempt[], record: FaxRecord): ProofReport['agreement'] {
  const posted = attempts.at(-1)?.startedAt;
  const began = momentOfStamp(record.startStamp);
  return {
    recipient: sameNumber(delivery.recipient, record.recipient),
    sender: delivery.sender === null || record.sender === '' ? null : sameNumber(delivery.sender, record.sender),
    header: delivery.header === record.header,
    pageCount: record.pagesTotal === null ? null : record.pagesTotal === delivery.pageCount,
    startedAfterSeconds: posted === undefined || began === null ? null : secondsBetween(posted, began),
  };
}

/** From a moment of our clock to a stamp, which names a whole second: less than one before it is in that very second. */
function secondsBetween(posted: number, began: number): number {
  const seconds = (began - posted) / 1000;
  return seconds > -1 && seconds < 0 ? 0 : Math.round(seconds);
}

function stampMoment(stamp: string | null): string | null {
  const at = stamp === null ? null : momentOfStamp(stamp);
  return at === null ? null : isoMoment(at, serviceZoneMinutes);
}
