import type { Delivery } from '../../../app/outbox/delivery';
import { isSettled } from '../../../app/outbox/until';
import { callOf } from './exchange-model';
import type { Order } from './exchange-model';
import type { Story } from './story';

/** What became of the deliveries of one document to one number: which of them an order is for needn't be told. */
export interface Judgement {
  readonly of: string;
  readonly unsettled: number;
  /** Faxes that came out, or will, beyond what may have been sent. */
  readonly doubled: number;
  /** Deliveries said to be delivered that never were, or to have failed. */
  readonly lost: number;
}

/** What the exchange's own books say of a history that is over. */
export function judge(story: Story): Judgement[] {
  const deliveries = story.office.store.list();
  const { orders } = story.office.exchange;
  const kinds = new Set(deliveries.map(kindOf));
  return [...kinds].map((kind) => {
    const group = deliveries.filter((each) => kindOf(each) === kind);
    const made = orders.filter((each) => `${each.recipient} ${each.document}` === kind);
    return { of: kind, ...judgeGroup(group, made, story) };
  });
}

const kindOf = ({ recipient, documentSha256 }: Delivery): string => `${recipient} ${documentSha256}`;

/** A call that met a busy line may be made again, by the user's policy; a fax that came out may not. */
function judgeGroup(group: readonly Delivery[], made: readonly Order[], story: Story): Omit<Judgement, 'of'> {
  const count = (is: (delivery: Delivery) => boolean): number => group.filter(is).length;
  const notSent = count(
    ({ id, state }) => state.kind === 'refused' || (state.kind === 'cancelled' && !story.givenUp.has(id)),
  );
  const again = group.reduce((sum, { id }) => sum + (story.sentAgain.get(id) ?? 0), 0);
  const allowed = group.length - notSent + again;
  const cameOut = made.filter(({ isBusy }) => !isBusy).length;
  const delivered = count(({ state }) => state.kind === 'delivered');
  const failed = count(({ state }) => state.kind === 'failed');
  return {
    unsettled: count(({ state }) => !isSettled(state)),
    doubled: Math.max(0, cameOut - allowed, made.length - cameOut - (group.length + again) * mostCalls),
    lost: Math.max(0, delivered - cameOut, failed - (made.length - cameOut)),
  };
}

/** One, and as many again as the usual policy allows after a busy line. */
const mostCalls = 3;

/** Two deliveries that own one order or record (D5). */
export function sharedPieces(deliveries: readonly Delivery[]): string[] {
  const owned = deliveries.flatMap(({ state }) => ('callUuid' in state ? [state.callUuid] : []));
  return owned.filter((piece, index) => owned.indexOf(piece) !== index);
}

/**
 * Deliveries left to the user though what the exchange holds tells what became of them: nothing to that number is
 * unaccounted for, or no more than the undecided ones, which are all alike.
 */
export function needlessDecisions({ office, sentAgain }: Story): string[] {
  const deliveries = office.store.list();
  const undecided = deliveries.filter(({ id, state }) => state.kind === 'needsDecision' && !sentAgain.has(id));
  const owned = new Set(
    deliveries.flatMap(({ state }) => [
      ...('callUuid' in state ? [state.callUuid] : []),
      ...('orderId' in state && state.kind !== 'needsDecision' && state.orderId ? [callOf(state.orderId)] : []),
    ]),
  );
  return undecided
    .filter(({ recipient }) => {
      const rivals = undecided.filter((each) => each.recipient === recipient);
      const pieces = office.exchange.orders.filter(
        (each) => each.recipient === recipient && !owned.has(callOf(each.id)),
      );
      const areAlike = rivals.every((each) => each.documentSha256 === rivals[0]?.documentSha256);
      const isOurs = pieces.every(({ document }) => document !== 'foreign');
      return pieces.length === 0 || (areAlike && isOurs && pieces.length <= rivals.length);
    })
    .map(({ id }) => id);
}
