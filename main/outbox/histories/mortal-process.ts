import type { Clock } from '../../../app/outbox/ports';
import type { FakeClock } from '../fakes/fake-clock';
import type { Connection } from './exchange-model';

/** Thrown at whatever a dead process still tries. */
class ProcessDeadError extends Error {
  override readonly name = 'ProcessDeadError';
}

/** A doomed process dies within one of its next steps: `beforehand`, or when the step is done but not yet answered. */
export interface Doom {
  readonly steps: number;
  readonly beforehand: boolean;
}

/**
 * A process that can be killed between any two of its steps, and within one. A step is a call of the store, the begin
 * of a request, its answer's arrival, a timer. After its death nothing of it acts any more; what it sent stays sent.
 */
export class MortalProcess {
  readonly connections = new Set<Connection>();
  private dead = false;
  private doom: Doom | null = null;
  private frozenUntil = 0;

  constructor(
    private readonly clock: FakeClock,
    private readonly diskIsFull: () => boolean,
  ) {}

  isAlive(): boolean {
    return !this.dead;
  }

  kill(): void {
    this.dead = true;
    this.hangUp();
  }

  /** Its connections break. */
  hangUp(): void {
    for (const connection of [...this.connections]) connection.cut();
  }

  condemn(doom: Doom): void {
    this.doom = doom;
  }

  reprieve(): void {
    this.doom = null;
    this.frozenUntil = 0;
  }

  /** Until then it does nothing, as a stopped process or a sleeping machine. */
  freeze(ms: number): void {
    this.frozenUntil = Math.max(this.frozenUntil, this.clock.time + ms);
  }

  /** Does one step, unless death comes first. */
  step<T>(work: () => T): T {
    this.mustLive();
    const isLast = this.doom?.steps === 0;
    if (isLast && this.doom?.beforehand) this.kill();
    this.mustLive();
    if (this.doom !== null) this.doom = { ...this.doom, steps: this.doom.steps - 1 };
    const result = work();
    if (isLast) this.kill();
    this.mustLive();
    return result;
  }

  /** What an answer is to the process: it never comes to a dead one, and later to a frozen one. */
  async receive<T>(answer: Promise<T>): Promise<T> {
    const value = await answer;
    while (!this.dead && this.frozenUntil > this.clock.time) await this.clock.wait(this.frozenUntil - this.clock.time);
    if (this.dead) return new Promise<T>(() => undefined);
    return value;
  }

  /** The store, each call of it a step. */
  guard<T extends object>(store: T): T {
    const guarded = new Map<PropertyKey, unknown>();
    const wrap = (name: PropertyKey, method: (...parameters: unknown[]) => unknown) => {
      const isWrite = writes.has(String(name));
      return (...parameters: unknown[]): unknown =>
        this.step(() => {
          if (isWrite && this.diskIsFull()) throw new Error('database or disk is full');
          return method.apply(store, parameters);
        });
    };
    return new Proxy(store, {
      get(target, name): unknown {
        const known = guarded.get(name);
        if (known !== undefined) return known;
        const value: unknown = Reflect.get(target, name);
        const wrapped = typeof value === 'function' ? wrap(name, value as (...all: unknown[]) => unknown) : value;
        guarded.set(name, wrapped);
        return wrapped;
      },
    });
  }

  guardClock(): Clock {
    const { clock } = this;
    return {
      now: clock.now,
      bootedAt: clock.bootedAt,
      random: clock.random,
      setTimer: (ms, callback) => {
        let cancel = (): void => undefined;
        const fire = (): void => {
          if (this.dead) return;
          if (this.frozenUntil > clock.time) cancel = clock.setTimer(this.frozenUntil - clock.time, fire);
          else this.survive(() => this.step(callback));
        };
        cancel = clock.setTimer(ms, fire);
        return () => cancel();
      },
    };
  }

  /** A timer has no caller that could hear of the death. */
  private survive(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof ProcessDeadError)) throw error;
    }
  }

  private mustLive(): void {
    if (this.dead) throw new ProcessDeadError();
  }
}

const writes = new Set([
  'claim',
  'renew',
  'change',
  'keepOrder',
  'postpone',
  'hasten',
  'saveClockOffset',
  'followClock',
  'queue',
]);
