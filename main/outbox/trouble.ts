import { storageProblem } from '../storage/problem';

/** This machine itself is in the way: the outbox can't be written, as on a full disk. */
export interface Trouble {
  /** When that was first met; epoch milliseconds. */
  readonly since: number;
  /** As it was met last. */
  readonly error: unknown;
}

/** How much later than planned another try may come. */
const leewayMs = 2_000;

/** Knows whether the outbox can be written at the moment: not, until a try after the one that failed did not. */
export class Troubles {
  private current: (Trouble & { readonly until: number }) | null = null;

  /** `retryAt`: when what failed is tried again. What is no trouble with the disk is none here. */
  note(error: unknown, now: number, retryAt: number): void {
    if (storageProblem(error) === 'unknown') return;
    const { since } = this.at(now) ?? { since: now };
    this.current = { since, error, until: Math.max(retryAt + leewayMs, this.current?.until ?? 0) };
  }

  /** `null`: there is none. */
  at(now: number): Trouble | null {
    return this.current !== null && now < this.current.until ? this.current : null;
  }

  /** The clock was set forward by so much. */
  followClock(setMs: number): void {
    if (this.current === null) return;
    const { since, until, error } = this.current;
    this.current = { since: since + setMs, until: until + setMs, error };
  }
}
