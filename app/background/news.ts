import type { OutboxAsked } from '../contract';
import type { Translate } from '../i18n/translate';
import type { Delivery, DeliveryState } from '../outbox/delivery';
import { stateWords } from '../i18n/state-words';
import type { Settings } from '../settings';
import type { OpenWork } from './work';

/** What may be told of a delivery that came to an end, or to a halt. */
type Ending = 'delivered' | 'failed' | 'needsDecision';

/** One native notification. */
export interface News {
  readonly title: string;
  readonly body: string;
  /** What a click shows: this delivery, or, of several, those of one kind. */
  readonly shows: OutboxAsked;
}

export function endingOf(state: DeliveryState): Ending | null {
  if (state.kind === 'delivered' || state.kind === 'needsDecision') return state.kind;
  return state.kind === 'failed' || state.kind === 'refused' ? 'failed' : null;
}

export interface NewsWish {
  readonly wanted: Settings['notifications'];
  /** The user looks at the window: what went well is seen there. */
  readonly isWatching: boolean;
}

/** Whether the user wants to be told of this ending. */
export function isWanted(ending: Ending, { wanted, isWatching }: NewsWish): boolean {
  if (wanted === 'none') return false;
  return ending !== 'delivered' || (wanted === 'all' && !isWatching);
}

/**
 * Parts the ended deliveries into those to be told now and those held back: of a fax to many, the result is told once
 * none of its deliveries is on its way any more. A decision is asked for at once.
 */
export function partDue(ended: readonly Delivery[], open: OpenWork): { due: Delivery[]; held: Delivery[] } {
  const unfinished = new Set<string>();
  for (const { faxId, state } of open.values()) if (state.kind !== 'needsDecision') unfinished.add(faxId);
  const isDue = ({ faxId, state }: Delivery): boolean => state.kind === 'needsDecision' || !unfinished.has(faxId);
  return { due: ended.filter(isDue), held: ended.filter((delivery) => !isDue(delivery)) };
}

/** The one notification for these deliveries; several that end together are one. `null` for none. */
export function composeNews(
  t: Translate,
  deliveries: readonly Delivery[],
  display: (digits: string) => string,
): News | null {
  const [first] = deliveries;
  if (first === undefined) return null;
  return deliveries.length === 1 ? newsOfOne(t, first, display) : newsOfMany(t, deliveries);
}

function newsOfOne(t: Translate, delivery: Delivery, display: (digits: string) => string): News | null {
  const ending = endingOf(delivery.state);
  if (ending === null) return null;
  return {
    title: t(`background.news.${ending}`),
    body: t('background.news.body', { number: display(delivery.recipient), state: stateWords(t, delivery) }),
    shows: { kind: 'delivery', deliveryId: delivery.id },
  };
}

const mostUrgentFirst = ['needsDecision', 'failed', 'delivered'] as const;

function newsOfMany(t: Translate, deliveries: readonly Delivery[]): News {
  const count = (ending: Ending): number => deliveries.filter(({ state }) => endingOf(state) === ending).length;
  const present = mostUrgentFirst.filter((ending) => count(ending) > 0);
  const [filter = 'delivered'] = present;
  const counts = present.map((ending) => t(`background.news.counts.${ending}`, { n: count(ending) })).join(', ');
  const reason = reasonOfAll(t, deliveries);
  return {
    title: t(present.length === 1 ? `background.news.many.${filter}` : 'background.news.finished'),
    body: reason === null ? counts : t('background.news.manyFor', { counts, reason }),
    shows: { kind: 'list', filter },
  };
}

/** The words for what kept each of the failed ones, where it is the same: a key that is refused stops all. */
function reasonOfAll(t: Translate, deliveries: readonly Delivery[]): string | null {
  const failed = deliveries.filter(({ state }) => endingOf(state) === 'failed');
  const [reason, ...others] = new Set(failed.map((delivery) => stateWords(t, delivery)));
  return failed.length > 1 && others.length === 0 ? (reason ?? null) : null;
}
