import type { FaxRecord } from '../api/entities';
import { claimOf, recordFit, recordPiece } from '../outbox/fit';
import type { Moment } from '../outbox/own-clock';
import type { Spooled } from '../outbox/ports';
import type { ClockOffset } from '../outbox/service-clock';
import type { RecordLink } from './record';

export interface LinkCircumstances extends Moment {
  /** Delivery ids by the `call_uuid` of the record they own. */
  readonly owners: ReadonlyMap<string, string>;
  /** Deliveries whose record could not be told from others. */
  readonly ambiguous: readonly Spooled[];
  readonly offset: ClockOffset | null;
}

/** Which deliveries records are of, by `call_uuid`; those of none are left out. */
export function linksOf(
  records: readonly FaxRecord[],
  { owners, ambiguous, offset, ...today }: LinkCircumstances,
): Map<string, RecordLink> {
  const fits = recordFit(offset);
  const claims = ambiguous.map((spooled) => claimOf(spooled, today));
  const links = new Map<string, RecordLink>();
  for (const record of records) {
    const owner = owners.get(record.callUuid);
    const rivals = owner === undefined ? claims.filter((claim) => fits(claim, recordPiece(record)) !== 'no') : [];
    if (owner !== undefined) links.set(record.callUuid, { kind: 'matched', deliveryId: owner });
    else if (rivals.length > 0)
      links.set(record.callUuid, { kind: 'ambiguous', deliveryIds: rivals.map(({ id }) => id) });
  }
  return links;
}
