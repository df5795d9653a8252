import type { Arrival } from '../../app/contract';
import { assertNever } from '../../app/assert-never';
import type { Compose } from './state';

/** What came from outside and is not yet anywhere. */
export interface Arrivals {
  /** In the order of arrival. */
  readonly waiting: readonly Arrival[];
  /** The group of what was placed last; the rest of it follows unasked. */
  readonly placedGroup: number | null;
}

export type ArrivalsAction =
  | { readonly kind: 'arrived'; readonly arrival: Arrival }
  /** The first of those that wait went into a fax. */
  | { readonly kind: 'firstPlaced' }
  /** The user said where all that waits goes, or that it goes nowhere. */
  | { readonly kind: 'answered'; readonly placed: boolean };

export const noArrivals: Arrivals = { waiting: [], placedGroup: null };

export function changeArrivals({ waiting, placedGroup }: Arrivals, action: ArrivalsAction): Arrivals {
  switch (action.kind) {
    case 'arrived':
      return { waiting: [...waiting, action.arrival], placedGroup };
    case 'firstPlaced':
      return { waiting: waiting.slice(1), placedGroup: waiting[0]?.group ?? placedGroup };
    case 'answered':
      return { waiting: [], placedGroup: action.placed ? (waiting.at(-1)?.group ?? null) : null };
    default:
      return assertNever(action);
  }
}

export type Place =
  /** Into the fax that is open. */
  | 'here'
  /** Into a new one. */
  | 'anew'
  /** The user says which. */
  | 'ask'
  /** A fax is being made and left alone until it is done, or nothing waits. */
  | 'later';

/** Where the first of the arrivals goes: nothing a person has prepared is mixed unasked with what comes from outside. */
export function placeOfFirst({ waiting, placedGroup }: Arrivals, compose: Compose): Place {
  const [first] = waiting;
  if (first === undefined) return 'later';
  switch (compose.phase.kind) {
    case 'pressing':
    case 'assembling':
    case 'asking':
    case 'queueing':
      return 'later';
    case 'sent':
      return 'anew';
    case 'editing':
      return first.group === placedGroup || isFree(compose, first) ? 'here' : 'ask';
    default:
      return assertNever(compose.phase);
  }
}

/** Whether what the arrival brings has no like in the fax: files beside no pages, numbers beside no recipient. */
function isFree({ pages, reading, recipients, typed }: Compose, { files, numbers }: Arrival): boolean {
  if (files.length > 0 && (pages.now.length > 0 || reading > 0)) return false;
  return numbers.length === 0 || (recipients.length === 0 && typed.trim() === '');
}

/** All that waits, as one. */
export const together = (waiting: readonly Arrival[]): Omit<Arrival, 'group'> => ({
  files: waiting.flatMap(({ files }) => files),
  numbers: waiting.flatMap(({ numbers }) => numbers),
  failures: waiting.flatMap(({ failures }) => failures),
});
