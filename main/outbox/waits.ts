import type { Delivery, DeliveryState } from '../../app/outbox/delivery';
import type { Spool } from '../../app/outbox/ports';

/** How the service was last reached, and the disk. */
export interface Reach {
  /** Polls in a row that failed. */
  readonly failedPolls: number;
  /** The user paused the queue. */
  readonly isPaused: boolean;
  /** How long the outbox can't be written any more, milliseconds. */
  readonly troubledMs: number;
}

export type IsDone = (state: DeliveryState, reach: Reach) => boolean;

interface Wait {
  readonly ids: readonly string[];
  readonly isDone: IsDone;
  readonly resolve: (deliveries: Delivery[]) => void;
}

/** Promises for deliveries to come to a state. */
export class Waits {
  private waits: Wait[] = [];

  constructor(
    private readonly store: Pick<Spool, 'find'>,
    private readonly reach: () => Reach,
  ) {}

  get isEmpty(): boolean {
    return this.waits.length === 0;
  }

  /** Resolves with the deliveries, in the order asked, once all are done at the same time. */
  until(ids: readonly string[], isDone: IsDone): Promise<Delivery[]> {
    return new Promise((resolve) => {
      this.waits.push({ ids, isDone, resolve });
      this.check();
    });
  }

  check(): void {
    this.release(({ ids, isDone }) => this.find(ids).every(({ state }) => isDone(state, this.reach())));
  }

  /** Resolves all with the deliveries as they are. */
  end(): void {
    this.release(() => true);
  }

  private release(isOver: (wait: Wait) => boolean): void {
    const over = this.waits.filter(isOver);
    this.waits = this.waits.filter((wait) => !over.includes(wait));
    for (const { ids, resolve } of over) resolve(this.find(ids));
  }

  private find(ids: readonly string[]): Delivery[] {
    return ids.map((id) => this.store.find(id)?.delivery).filter((delivery) => delivery !== undefined);
  }
}
