/** A span of time, epoch milliseconds; `until` is no longer part of it. */
export interface TimeSpan {
  readonly from: number;
  readonly until: number;
}
