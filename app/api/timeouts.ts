/** How long a call may take, in milliseconds. */
export interface Timeouts {
  /** A call without a file, from its start to the end of its answer. */
  readonly callMs: number;
  /** An upload or download in which nothing moves; in all it may take as long as it needs. */
  readonly stallMs: number;
  /** The answer to an upload that is complete. */
  readonly uploadAnswerMs: number;
}

export const usualTimeouts: Timeouts = { callMs: 20_000, stallMs: 60_000, uploadAnswerMs: 60_000 };
