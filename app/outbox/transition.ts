import type { DeliveryState } from './delivery';
import type { Retry } from './retry-of';

/** What a record says about a finished delivery. */
export interface RecordOutcome {
  readonly callUuid: string;
  readonly success: boolean;
  readonly pagesSent: number | null;
  readonly pagesTotal: number | null;
  readonly reason: string;
}

/** What can happen to a delivery. `at`: epoch milliseconds. */
export type DeliveryEvent =
  | { readonly kind: 'claimed'; readonly at: number }
  | { readonly kind: 'accepted'; readonly at: number; readonly orderId: string }
  | { readonly kind: 'refused'; readonly at: number; readonly status: number; readonly message: string }
  /** The POST never left, or was turned away for now: it waits until `retryAt`. */
  | {
      readonly kind: 'notSent';
      readonly at: number;
      readonly waitingFor: 'turn' | 'network' | 'rateLimit';
      readonly retryAt: number;
    }
  /** A time-out, a reset, a 5xx, or the sending process died. */
  | { readonly kind: 'outcomeUnknown'; readonly at: number; readonly nextCheckAt: number }
  | {
      readonly kind: 'orderFound';
      readonly at: number;
      readonly orderId: string;
      readonly serviceStatus: string | null;
      readonly isGuess?: true;
    }
  | { readonly kind: 'orderPending'; readonly serviceStatus: string }
  | { readonly kind: 'orderLeftPending'; readonly at: number }
  /** `sightings`: pending orders that may be the delivery's or another's. */
  | { readonly kind: 'notFoundYet'; readonly nextCheckAt: number; readonly sightings?: readonly string[] }
  /** The same between two looks for the delivery. */
  | { readonly kind: 'sighted'; readonly orderIds: readonly string[] }
  /** In neither list through the whole settling time. */
  | { readonly kind: 'absent'; readonly at: number }
  | {
      readonly kind: 'ambiguous';
      readonly at: number;
      readonly bootedAt: number;
      readonly why: 'ambiguousOrder' | 'ambiguousRecord';
    }
  /** `retry`: the call did not get through, and is to be made again. */
  | {
      readonly kind: 'recordFound';
      readonly at: number;
      readonly record: RecordOutcome;
      readonly retry?: Retry | null;
    }
  | { readonly kind: 'cancelled'; readonly at: number }
  /** The user knows the call of this fax among the records. */
  | { readonly kind: 'recognised'; readonly at: number; readonly record: RecordOutcome }
  | { readonly kind: 'decided'; readonly at: number; readonly decision: 'sendAgain' | 'giveUp' };

/** Thrown for an event that can't happen in a state: a bug in the caller, never the user's or the service's doing. */
export class ImpossibleTransitionError extends Error {
  override readonly name = 'ImpossibleTransitionError';
  constructor(
    readonly state: DeliveryState['kind'],
    readonly event: DeliveryEvent['kind'],
  ) {
    super(`A delivery that is ${state} can't meet the event ${event}.`);
  }
}

type StateOf<K extends DeliveryState['kind']> = Extract<DeliveryState, { kind: K }>;
type EventOf<K extends DeliveryEvent['kind']> = Extract<DeliveryEvent, { kind: K }>;
type Rules<S extends DeliveryState['kind']> = {
  readonly [E in DeliveryEvent['kind']]?: (state: StateOf<S>, event: EventOf<E>) => DeliveryState;
};

/** The answer to a POST. It may come when the delivery is already unconfirmed: after sleep, or from a slow process. */
const answers = {
  accepted: (_state, { orderId, at }) => accepted(orderId, at, null),
  refused: (_state, { status, message, at }) => ({ kind: 'refused', status, message, at }),
  notSent: ({ cancelRequested }, { at, retryAt, waitingFor }) =>
    cancelRequested ? { kind: 'cancelled', at } : { kind: 'queued', notBefore: retryAt, waitingFor },
} satisfies Rules<'sending' | 'unconfirmed'>;

/** Every event a state can meet (design, "A delivery", D1–D8). What is not here can't happen. */
const rules: { readonly [S in DeliveryState['kind']]: Rules<S> } = {
  queued: {
    claimed: (_state, { at }) => ({ kind: 'sending', since: at }),
    cancelled: (_state, { at }) => ({ kind: 'cancelled', at }),
  },
  sending: {
    ...answers,
    outcomeUnknown: (state, { at, nextCheckAt }) => ({
      kind: 'unconfirmed',
      since: at,
      nextCheckAt,
      checks: 0,
      ...(state.cancelRequested && { cancelRequested: true }),
    }),
    cancelled: (state) => ({ ...state, cancelRequested: true }),
  },
  unconfirmed: {
    ...answers,
    orderFound: (_state, { orderId, at, serviceStatus, isGuess }) => accepted(orderId, at, serviceStatus, isGuess),
    recordFound: (_state, event) => called(event, null),
    sighted: (state, { orderIds }) => withSightings(state, orderIds),
    notFoundYet: (state, { nextCheckAt, sightings = [] }) =>
      withSightings({ ...state, checks: state.checks + 1, nextCheckAt }, sightings),
    absent: ({ cancelRequested }, { at }) => (cancelRequested ? { kind: 'cancelled', at } : dueNow(at)),
    ambiguous: (_state, { at, bootedAt, why }) => ({ kind: 'needsDecision', since: at, bootedAt, why }),
    cancelled: (state) => ({ ...state, cancelRequested: true }),
  },
  accepted: {
    orderPending: (state, { serviceStatus }) => accepted(state.orderId, state.at, serviceStatus, state.isGuess),
    orderLeftPending: (state, { at }) => ({ ...state, leftPendingAt: at }),
    recordFound: (state, event) => called(event, state.orderId),
    ambiguous: ({ orderId }, { at, bootedAt, why }) => ({ kind: 'needsDecision', since: at, bootedAt, why, orderId }),
  },
  needsDecision: {
    recognised: ({ orderId = null }, { record, at }) => finished(record, orderId, at),
    decided: (_state, { at, decision }) => (decision === 'giveUp' ? { kind: 'cancelled', at } : dueNow(at)),
    cancelled: (_state, { at }) => ({ kind: 'cancelled', at }),
  },
  delivered: {},
  failed: {},
  refused: {},
  cancelled: {},
};

/**
 * The state after `event`.
 * @throws ImpossibleTransitionError
 */
export function nextState(state: DeliveryState, event: DeliveryEvent): DeliveryState {
  const rule = rules[state.kind][event.kind] as
    ((state: DeliveryState, event: DeliveryEvent) => DeliveryState) | undefined;
  if (rule === undefined) throw new ImpossibleTransitionError(state.kind, event.kind);
  return rule(state, event);
}

/** Whether `nextState` has an answer; for events that may come late, after another process was faster. */
export const canMeet = (state: DeliveryState, event: Pick<DeliveryEvent, 'kind'>): boolean =>
  rules[state.kind][event.kind] !== undefined;

const withSightings = (state: StateOf<'unconfirmed'>, orderIds: readonly string[]): DeliveryState =>
  orderIds.length === 0 ? state : { ...state, sighted: [...(state.sighted ?? []), ...orderIds] };

const accepted = (orderId: string, at: number, serviceStatus: string | null, isGuess?: true): DeliveryState => ({
  kind: 'accepted',
  orderId,
  at,
  serviceStatus,
  ...(isGuess && { isGuess }),
});

const dueNow = (notBefore: number): DeliveryState => ({ kind: 'queued', notBefore, waitingFor: 'turn' });

function called({ record, retry, at }: EventOf<'recordFound'>, orderId: string | null): DeliveryState {
  if (!retry) return finished(record, orderId, at);
  const { callUuid, pagesSent, pagesTotal, reason } = record;
  const lastCall = { callUuid, cause: retry.cause, reason, pagesSent, pagesTotal, at };
  return { kind: 'queued', notBefore: retry.at, waitingFor: 'retry', lastCall };
}

function finished(record: RecordOutcome, orderId: string | null, at: number): DeliveryState {
  const { callUuid, pagesSent, pagesTotal } = record;
  const known = { orderId, callUuid, pagesSent, pagesTotal, at };
  return record.success ? { kind: 'delivered', ...known } : { kind: 'failed', ...known, reason: record.reason };
}
