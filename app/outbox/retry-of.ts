import type { FaxRecord } from '../api/entities';
import { retryCauseOf } from './call-cause';
import type { RetryCause } from './call-cause';
import { claimOf, recordFit, recordPiece } from './fit';
import type { RecordPiece } from './fit';
import type { Moment } from './own-clock';
import type { Spooled } from './ports';
import { retryAt } from './retry';
import type { ClockOffset } from './service-clock';

/** Another try at a call that did not get through. `at`: epoch milliseconds. */
export interface Retry {
  readonly at: number;
  readonly cause: RetryCause;
}

export interface RetryEvidence extends Moment {
  /** Every open delivery to the same number. */
  readonly rivals: readonly Spooled[];
  /** Every record of that number that no delivery owned. */
  readonly records: readonly RecordPiece[];
  readonly offset: ClockOffset | null;
  readonly retryMinutes: readonly number[];
}

/**
 * Whether, and when, a delivery is tried again after the call `record` tells of; `null`: it is not. It isn't where the
 * record could be a rival's and another outcome its own: what might have been delivered is not sent again by itself (D3).
 */
export function retryOf(spooled: Spooled, record: FaxRecord, evidence: RetryEvidence): Retry | null {
  const { state, retries } = spooled.delivery;
  if (!spooled.retry || (state.kind === 'unconfirmed' && state.cancelRequested)) return null;
  if (state.kind === 'accepted' && state.isGuess) return null;
  const cause = retryCauseOf(record);
  const at = retryAt(evidence.retryMinutes, retries, evidence.now);
  if (cause === null || at === null || mayBeSwapped(spooled, record, evidence)) return null;
  return { at, cause };
}

function mayBeSwapped(spooled: Spooled, record: FaxRecord, evidence: RetryEvidence): boolean {
  const { rivals, records, offset } = evidence;
  const fit = recordFit(offset);
  const own = claimOf(spooled, evidence);
  const hasOtherOutcome = records.some((other) => retryCauseOf(other.record) === null && fit(own, other) !== 'no');
  if (!hasOtherOutcome) return false;
  return rivals
    .map((rival) => claimOf(rival, evidence))
    .some((rival) => rival.content !== own.content && fit(rival, recordPiece(record)) !== 'no');
}
