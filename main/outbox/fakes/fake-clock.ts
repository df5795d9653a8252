import type { Clock } from '../../../app/outbox/ports';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** 2026-11-23 12:00:00 in Türkiye. */
const noon = Date.UTC(2026, 10, 23, 9, 0, 0);

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  /** The true time, which the exchange goes by. */
  time = noon;
  /** How far this machine's clock is off; timers don't mind. */
  skewMs = 0;
  /** The true time the machine was started. */
  startOfMachine = noon - 3 * 3_600_000;
  private readonly timers = new Set<Timer>();

  constructor(readonly random: () => number = () => 0.5) {}

  now = (): number => this.time + this.skewMs;

  bootedAt = (): number => this.startOfMachine + this.skewMs;

  setTimer = (ms: number, callback: () => void): (() => void) => {
    const timer = { at: this.time + Math.max(0, ms), callback };
    this.timers.add(timer);
    return () => void this.timers.delete(timer);
  };

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => void this.setTimer(ms, resolve));
  }

  /** Lets `ms` pass: every timer fires at its moment, and what hangs on it runs before the next. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    await whatIsReady();
    for (let timer = this.next(end); timer !== null; timer = this.next(end)) {
      this.time = Math.max(this.time, timer.at);
      this.timers.delete(timer);
      timer.callback();
      await whatIsReady();
    }
    this.time = end;
  }

  private next(end: number): Timer | null {
    let earliest: Timer | null = null;
    for (const timer of this.timers) {
      if (timer.at <= end && (earliest === null || timer.at < earliest.at)) earliest = timer;
    }
    return earliest;
  }
}

/** All promises that are settled, and those that settle by them: a tick waits until no microtask is left. */
const whatIsReady = (): Promise<void> =>
  new Promise((resolve) => {
    process.nextTick(resolve);
  });
