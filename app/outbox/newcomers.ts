import type { FaxRecord } from '../api/entities';
import { setWhileRunningBy } from './own-clock';
import type { Moment } from './own-clock';

interface Reading {
  readonly asked: Moment;
  /** From when on records were asked for, by the service's clock. */
  readonly since: number;
}

/** Knows which records came while it watched: those a list held and the one before it did not. */
export class Newcomers {
  private last: Reading | null = null;
  private readonly known = new Map<string, Moment | null>();

  /** Everything `reading` brought. A list that reaches further back than the one before shows what is not new. */
  note(records: readonly FaxRecord[], reading: Reading): void {
    const { last } = this;
    const before = last !== null && reading.since >= last.since ? last.asked : null;
    for (const { callUuid } of records) if (!this.known.has(callUuid)) this.known.set(callUuid, before);
    this.last = reading;
  }

  /** The moments after which records came, by the clock as it is `today`. */
  cameAfter(today: Moment): ReadonlyMap<string, number> {
    const moments = [...this.known].flatMap(([callUuid, after]) =>
      after === null ? [] : [[callUuid, after.now + setWhileRunningBy(after, today)] as const],
    );
    return new Map(moments);
  }
}
