import { assertNever } from '../../app/assert-never';
import type { Failure } from '../../app/failure';
import type { Incoming } from './incoming';
import type { Compose } from './state';

/** What comes into the send window at once: from outside the program, or from a document that is looked at. */
export interface Arrival {
  /** The same for all that is one fax; `null`: nothing follows. */
  readonly group: number | null;
  readonly files: readonly Incoming[];
  /** Fax numbers, in any spelling. */
  readonly numbers: readonly string[];
  readonly failures: readonly Failure[];
}

/** What came and is not yet anywhere. */
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

/** Where the first of the arrivals goes: nothing a person has prepared is mixed unasked with what comes in. */
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
      return follows(first, placedGroup) || isFree(compose, first) ? 'here' : 'ask';
    default:
      return assertNever(compose.phase);
  }
}

const follows = ({ group }: Arrival, placedGroup: number | null): boolean => group !== null && group === placedGroup;

/** Whether what the arrival brings has no like in the fax: files beside no pages, numbers beside no recipient. */
function isFree({ pages, reading, recipients, typed }: Compose, { files, numbers }: Arrival): boolean {
  if (files.length > 0 && (pages.now.length > 0 || reading > 0)) return false;
  return numbers.length === 0 || (recipients.length === 0 && typed.trim() === '');
}

/** All that waits, as one, once the user has said where it goes: nothing of it is asked about again. */
export function agreed(waiting: readonly Arrival[]): Omit<Arrival, 'group'> {
  const all = together(waiting);
  return { ...all, files: all.files.map((each) => (each.kind === 'opened' ? { ...each, isAgreed: true } : each)) };
}

/** All that waits, as one. */
export const together = (waiting: readonly Arrival[]): Omit<Arrival, 'group'> => ({
  files: waiting.flatMap(({ files }) => files),
  numbers: waiting.flatMap(({ numbers }) => numbers),
  failures: waiting.flatMap(({ failures }) => failures),
});
