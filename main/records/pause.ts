import type { Clock } from '../../app/outbox/ports';

/** Waits that can be cut short. */
export interface Pause {
  /** Resolves after `ms`, or at `end`. */
  wait(ms: number): Promise<void>;
  /** Ends the wait under way, if any. */
  end(): void;
}

export function createPause(clock: Clock): Pause {
  let finish = (): void => undefined;
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const cancel = clock.setTimer(ms, () => finish());
        finish = () => {
          cancel();
          finish = () => undefined;
          resolve();
        };
      }),
    end: () => finish(),
  };
}
