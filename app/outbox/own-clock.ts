/** A moment as this machine's clock shows it; epoch milliseconds. */
export interface Moment {
  readonly now: number;
  /** When the machine was started, by the same clock: another one where the clock was set, or the machine started anew. */
  readonly bootedAt: number;
}

/** A moment that was written down, as the clock showed it then; `bootedAt` is `null` where it was not noted. */
export interface Noted {
  readonly at: number;
  readonly bootedAt: number | null;
}

/** The part of a clock that tells the time (`ports.ts`). */
export interface TellsTime {
  now(): number;
  bootedAt(): number;
}

export const momentOf = (clock: TellsTime): Moment => ({
  now: clock.now(),
  bootedAt: clock.bootedAt(),
});

/** What today's clock shows, told by the clock as it was when the POST began. */
export const byClockOf = (post: { startedAt: number; bootedAt: number | null } | null, today: Moment): number =>
  post === null ? today.now : today.now - (setForwardBy({ ...post, at: post.startedAt }, today) ?? 0);

/** No setting of the clock: both times are read one after the other, and some systems tell theirs in whole seconds. */
export const readingMs = 2_000;

/**
 * How far this machine's clock was set forward since it showed a moment: so much later today's clock puts it. `null`
 * where that can't be told, since the machine was started anew: its clock may have been set meanwhile, or not.
 */
export function setForwardBy({ at, bootedAt }: Noted, today: Moment): number | null {
  if (bootedAt === null) return null;
  const byMs = today.bootedAt - bootedAt;
  if (Math.abs(byMs) < readingMs) return 0;
  const isSameStart = today.bootedAt <= at && at + byMs <= today.now + readingMs;
  return isSameStart ? byMs : null;
}

/** The same since a moment the process itself lived through: the machine was not started anew. */
export function setWhileRunningBy(then: Moment, today: Moment): number {
  const byMs = today.bootedAt - then.bootedAt;
  return Math.abs(byMs) < readingMs ? 0 : byMs;
}

/**
 * As `setForwardBy`; where that can't be told, only what is sure: a clock that shows less than it did was set back.
 * `seen`: a moment the process itself lived through; what was noted by the same clock is known exactly.
 */
export function surelySetForwardBy(noted: Noted, today: Moment, seen: Moment | null): number {
  const isSeen = seen !== null && noted.bootedAt !== null && Math.abs(seen.bootedAt - noted.bootedAt) < readingMs;
  if (isSeen) return setWhileRunningBy(seen, today);
  return setForwardBy(noted, today) ?? Math.min(0, today.now - noted.at);
}
