import { claimOf, recordFit } from './fit';
import type { RecordPiece } from './fit';
import type { Moment } from './own-clock';
import type { Spooled } from './ports';
import type { ClockOffset } from './service-clock';

interface Watched extends Moment {
  /** Every delivery to one number that is open. */
  readonly rivals: readonly Spooled[];
  /** Every record of that number that no delivery owns. */
  readonly freeRecords: readonly RecordPiece[];
  readonly offset: ClockOffset | null;
  /** After which moments records came, by `call_uuid` (`newcomers.ts`). */
  readonly cameAfter: ReadonlyMap<string, number>;
}

/**
 * The record of the only delivery to its number where the service's clock is of no help: the only one that can be its, it
 * came after the POST while the lists were watched, and agrees in sender, header and pages. `null` where there is none.
 */
export function freshRecord({ rivals, freeRecords, offset, cameAfter, ...today }: Watched): RecordPiece | null {
  const [only, ...others] = rivals;
  if (only === undefined || others.length > 0) return null;
  const claim = claimOf(only, today);
  const [piece, ...more] = freeRecords.filter((each) => recordFit(offset)(claim, each) !== 'no');
  if (piece === undefined || more.length > 0) return null;
  const fit = recordFit(offset, true)(claim, piece);
  const hasCome = (cameAfter.get(piece.id) ?? -Infinity) >= claim.postedAt;
  return hasCome && (fit === 'agreeing' || fit === 'preferred') ? piece : null;
}
