import type { OutboxAsked } from '../../app/contract';
import type { OutboxFilter, OutboxStatus } from '../../app/outbox/listing';

type Kinds = NonNullable<OutboxFilter['kinds']>;

/** The outbox's filters, in the order they are shown. */
export const filterNames = ['all', 'waiting', 'sending', 'delivered', 'failed', 'needsDecision'] as const;
export type FilterName = (typeof filterNames)[number];

const kindsOf: Readonly<Record<Exclude<FilterName, 'all'>, Kinds>> = {
  waiting: ['queued'],
  sending: ['sending', 'accepted', 'unconfirmed'],
  delivered: ['delivered'],
  failed: ['failed', 'refused'],
  needsDecision: ['needsDecision'],
};

/** What of the outbox is looked at. */
export interface OutboxView {
  readonly filter: FilterName;
  readonly search: string;
}

export const wholeOutbox: OutboxView = { filter: 'all', search: '' };

export const isWhole = ({ filter, search }: OutboxView): boolean => filter === 'all' && search.trim() === '';

export function filterOf({ filter, search }: OutboxView): OutboxFilter {
  const words = search.trim();
  return { ...(filter !== 'all' && { kinds: kindsOf[filter] }), ...(words !== '' && { search: words }) };
}

/** How many deliveries a filter lets through, without the search. */
export function countOf(filter: FilterName, { counts }: OutboxStatus): number {
  const kinds = filter === 'all' ? (Object.keys(counts) as Kinds) : kindsOf[filter];
  return kinds.reduce((sum, kind) => sum + counts[kind], 0);
}

/** What a notification leads to: a list, or the whole outbox with one delivery shown. */
export const viewOf = (asked: OutboxAsked): OutboxView =>
  asked.kind === 'list' ? { filter: asked.filter, search: '' } : wholeOutbox;
