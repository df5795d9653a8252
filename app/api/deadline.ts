import { platform } from './platform';
import type { Signal } from './platform';

/** Ends a call that takes too long, or that its caller gave up. */
export interface Deadline {
  readonly signal: Signal;
  /** Why the signal was raised; `null` while it was not. */
  readonly ended: () => 'timedOut' | 'aborted' | null;
  /** From now, `ms` more. */
  extend(ms: number): void;
  /** No longer needed: stops the clock. */
  close(): void;
}

/** Starts a clock of `ms` that also ends when `outer` does. */
export function startDeadline(ms: number, outer: Signal | undefined): Deadline {
  const controller = new platform.AbortController();
  let ended: 'timedOut' | 'aborted' | null = null;
  const end = (why: 'timedOut' | 'aborted'): void => {
    ended ??= why;
    controller.abort();
  };
  const onOuter = () => end('aborted');
  let timer = platform.setTimeout(() => end('timedOut'), ms);
  outer?.addEventListener('abort', onOuter);
  if (outer?.aborted === true) onOuter();
  return {
    signal: controller.signal,
    ended: () => ended,
    extend: (more) => {
      platform.clearTimeout(timer);
      timer = platform.setTimeout(() => end('timedOut'), more);
    },
    close: () => {
      platform.clearTimeout(timer);
      outer?.removeEventListener('abort', onOuter);
    },
  };
}
